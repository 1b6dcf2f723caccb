<?php
// put, remove, removeAll, readCursor and writeCursor are yours.
$cursor = readCursor(); // null at first
do {
    $query = http_build_query(['include' => 'article'] + ($cursor === null ? [] : ['cursor' => $cursor]));
    $page = json_decode(file_get_contents("https://bantin.example.gov.vn/api/v1/changes?$query"), true, 512, JSON_THROW_ON_ERROR);
    if ($cursor !== null && strtok($cursor, ':') !== strtok($page['cursor'], ':')) {
        removeAll(); // Another epoch: begin anew.
        writeCursor($cursor = null);
        continue;
    }
    foreach ($page['data'] as ['entity' => $entity, 'action' => $action, 'id' => $id, 'article' => $article]) {
        if ($entity !== 'article') continue;
        if ($action === 'delete') remove($id);
        elseif ($article !== null) put($id, $article);
    }
    writeCursor($cursor = $page['cursor']); // Once the whole page is applied.
} while ($cursor === null || $page['more']);
