<?php
$document = file_get_contents("https://bantin.example.gov.vn/api/v1/articles/$id/editions/1");
$isGenuine = hash_equals($hash, 'sha256:' . hash('sha256', $document));
