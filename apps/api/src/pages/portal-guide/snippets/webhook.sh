# $id, $timestamp and $signature are the headers webhook-id, webhook-timestamp and webhook-signature; body.json has the bytes as they came.
age=$(( $(date +%s) - timestamp ))
key=$(printf %s "${secret#whsec_}" | base64 -d | od -An -v -tx1 | tr -d ' \n')
expected=$( { printf %s "$id.$timestamp."; cat body.json; } | openssl dgst -sha256 -mac HMAC -macopt "hexkey:$key" -binary | base64)
case " $signature " in *" v1,$expected "*) [ "${age#-}" -le 300 ] && echo genuine ;; esac
