<?php
// php pull.php BASE_URL FOLDER [KEY]: takes what is new of a portal into a folder of pages. Run it again and again, one at a time.
declare(strict_types=1);

[, $base, $folder, $key] = $argv + [null, null, null, null];
if ($base === null || $folder === null) exit("php pull.php BASE_URL FOLDER [KEY]\n");

/** The answer's JSON. What fails ends the run: the next one goes on from the cursor that is stored. */
function ask(string $path, ?array $body = null): array
{
    global $base, $key;
    $headers = ['Accept: application/json', 'Content-Type: application/json'];
    if ($key !== null) $headers[] = "Authorization: Bearer $key";
    $http = ['header' => $headers, 'timeout' => 60] + ($body === null ? [] : ['method' => 'PUT', 'content' => json_encode($body)]);
    $text = file_get_contents(rtrim($base, '/') . "/api/v1$path", false, stream_context_create(['http' => $http]));
    $answer = $text === false ? null : json_decode($text, true);
    if (!is_array($answer)) exit(1);
    return $answer;
}

/** All of the file or nothing of it, whenever this is killed. */
function write(string $file, string $text): void
{
    if (file_put_contents("$file.new", $text) !== strlen($text) || !rename("$file.new", $file)) exit(1);
}

/** Begins anew: without a cursor the folder is emptied by whoever comes next, also when this is killed halfway. */
function emptied(string $folder): void
{
    if (is_file("$folder/cursor")) unlink("$folder/cursor");
    array_map('unlink', glob("$folder/articles/*"));
}

function escaped(string $text): string { return htmlspecialchars($text, ENT_QUOTES); }

function page(array $article): string
{
    $title = escaped($article['title']);
    $withdrawn = $article['withdrawn'];
    $lines = ['<!doctype html>', '<html lang="' . escaped($article['locale']) . '">', '<meta charset="utf-8">', "<title>$title</title>"];
    $lines[] = '<meta name="' . ($withdrawn ? 'robots" content="noindex' : 'date" content="' . escaped($article['publishedAt'])) . '">';
    array_push($lines, '<link rel="canonical" href="' . escaped($article['url']) . '">', "<h1>$title</h1>");
    foreach ([$withdrawn['reason'] ?? null, $article['sapo']] as $text) if ($text !== null) $lines[] = '<p>' . escaped($text) . '</p>';
    if ($article['correction']) $lines[] = '<p>' . escaped($article['correction']['wrong']) . ' → ' . escaped($article['correction']['right']) . '</p>';
    return implode("\n", [...$lines, $article['bodyHtml'], '<p>' . escaped($article['attribution']) . '</p>', '']);
}

/** The newest first, made of the pages that are there; what was withdrawn has a page, and is not listed. */
function index(string $folder): string
{
    $links = [];
    foreach (glob("$folder/articles/*.html") as $file) {
        if (!preg_match('~<title>(.*)</title>\n<meta name="date" content="(.*)">~', file_get_contents($file), $found)) continue;
        $links[$found[2] . basename($file)] = '<li><a href="articles/' . basename($file) . "\">$found[1]</a></li>";
    }
    krsort($links, SORT_STRING);
    return implode("\n", ['<!doctype html>', '<meta charset="utf-8">', '<ul>', ...array_values($links), '</ul>', '']);
}

if (!is_dir("$folder/articles")) mkdir("$folder/articles", 0777, true);
$cursor = is_file("$folder/cursor") ? file_get_contents("$folder/cursor") : null;
if ($cursor === null) emptied($folder);
do {
    $changes = ask('/changes?include=article' . ($cursor === null ? '' : '&cursor=' . urlencode($cursor)));
    [$before, $now] = [preg_split('/:|\.\./', $cursor ?? '0:0'), preg_split('/:|\.\./', $changes['cursor'])];
    if ($cursor !== null && ($now[0] !== $before[0] || (int) $now[1] < (int) $before[1])) {
        emptied($folder);
        $cursor = null;
        continue;
    }
    foreach ($changes['data'] as ['entity' => $entity, 'action' => $action, 'id' => $id, 'article' => $article]) {
        if ($entity !== 'article' || !preg_match('/^[0-9a-f-]{36}$/', $id)) continue;
        if ($action === 'put' && $article) write("$folder/articles/$id.html", page($article));
        if ($action === 'delete' && is_file("$folder/articles/$id.html")) unlink("$folder/articles/$id.html");
    }
    if (!$changes['more']) write("$folder/index.html", index($folder));
    if ($changes['cursor'] !== $cursor) write("$folder/cursor", $changes['cursor']);
    if ($key !== null && $changes['cursor'] !== $cursor) ask('/changes/cursor', ['cursor' => $changes['cursor']]);
    $cursor = $changes['cursor'];
} while ($cursor === null || $changes['more']);
