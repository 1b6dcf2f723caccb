// `node run-php.mjs FILE FOLDER …`: PHP's command line, compiled to WebAssembly, with this folder as `/folder` before the arguments that
// follow it. Its http:// asks by `fetch`: sockets are what that PHP has not.
import { readFile } from 'node:fs/promises'
import { getPHPLoaderModule } from '@php-wasm/node-8-4'
import { loadPHPRuntime, PHP } from '@php-wasm/universal'

const [file = '', folder = '', base = '', ...rest] = process.argv.slice(2)

/** Null of what PHP calls a failure: no answer, or a status of 400 and above. */
async function ask({ url, http: { method = 'GET', header = [], content } }) {
  const headers = header.map((line) => line.split(/: (.*)/).slice(0, 2))
  const answer = await fetch(url, { method, headers, ...(content !== undefined && { body: content }) }).catch(() => undefined)
  return answer?.ok ? await answer.text() : null
}

const wrapper = `<?php
final class AskedByFetch {
    public $context;
    private string $text;
    private int $at = 0;
    function stream_open(string $url): bool {
        $http = stream_context_get_options($this->context)['http'] ?? [];
        $answer = json_decode(post_message_to_js(json_encode(['url' => $url, 'http' => (object) $http])), true);
        $this->text = $answer ?? '';
        return $answer !== null;
    }
    function stream_read(int $count): string {
        $part = substr($this->text, $this->at, $count);
        $this->at += strlen($part);
        return $part;
    }
    function stream_eof(): bool { return $this->at >= strlen($this->text); }
    function stream_stat(): array { return []; }
}
stream_wrapper_unregister('http');
stream_wrapper_register('http', 'AskedByFetch', STREAM_IS_URL);
`

const php = new PHP(await loadPHPRuntime(await getPHPLoaderModule(), {}))
php.onMessage(async (text) => JSON.stringify(await ask(JSON.parse(text))))
php.mkdir('/folder')
await php.mount('/folder', (_php, FS, path) => {
  FS.mount(FS.filesystems.NODEFS, { root: folder }, path)
  return () => undefined
})
php.writeFile('/http.php', wrapper)
php.writeFile('/pull.php', await readFile(file))
const response = await php.cli(['php', '-d', 'auto_prepend_file=/http.php', '/pull.php', base, '/folder', ...rest])
process.stdout.write(await response.stdoutText)
process.stderr.write(await response.stderrText)
process.exit(await response.exitCode)
