<?php
function isGenuine(string $secret, array $headers, string $body): bool
{
    ['webhook-id' => $id, 'webhook-timestamp' => $timestamp, 'webhook-signature' => $signatures] = array_change_key_case($headers);
    if (abs(time() - (int) $timestamp) > 300) return false;
    $key = base64_decode(preg_replace('/^whsec_/', '', $secret));
    $expected = 'v1,' . base64_encode(hash_hmac('sha256', "$id.$timestamp.$body", $key, true));
    foreach (explode(' ', $signatures) as $signature) if (hash_equals($expected, $signature)) return true;
    return false;
}

if (!isGenuine($secret, getallheaders(), file_get_contents('php://input'))) http_response_code(401);
