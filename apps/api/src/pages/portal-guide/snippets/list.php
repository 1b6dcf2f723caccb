<?php
$list = json_decode(file_get_contents('https://bantin.example.gov.vn/api/v1/articles?limit=5'), true, 512, JSON_THROW_ON_ERROR);
foreach ($list['data'] as $article) {
    echo substr($article['publishedAt'], 0, 10), ' ', $article['title'], "\n";
}
