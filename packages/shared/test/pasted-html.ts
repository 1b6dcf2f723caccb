/** A paragraph of a list as Word writes it: a bullet that is no text, spaces, and its place in the list in the style. */
function wordItem(list: string, level: number, bullet: string, font: string, words: string): string {
  return `<p class=MsoListParagraphCxSpMiddle style='margin-left:${level * 0.5}in;mso-add-space:auto;text-indent:-.25in;mso-list:${list} level${level} lfo1'><![if !supportLists]><span
style='font-family:${font};mso-fareast-font-family:${font}'><span style='mso-list:Ignore'>${bullet}<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>${words}<o:p></o:p></p>
`
}

/** What Word puts on the clipboard, made by us: a title, headings, nested lists, a table with merged cells, links, bold, bookmarks. */
export const wordHtml = `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word" xmlns:m="http://schemas.microsoft.com/office/2004/12/omml"
xmlns="http://www.w3.org/TR/REC-html40"><head>
<meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=Generator content="Microsoft Word 15">
<title>Báo cáo</title>
<!--[if gte mso 9]><xml><o:OfficeDocumentSettings><o:AllowPNG/></o:OfficeDocumentSettings></xml><![endif]-->
<style><!-- p.MsoNormal, li.MsoNormal {margin:0in; font-family:"Times New Roman",serif;} --></style></head>
<body lang=EN-US link="#0563C1" style='tab-interval:.5in'><!--StartFragment-->
<p class=MsoTitle>Báo cáo thi đua quý&nbsp;II<o:p></o:p></p>
<h1 style='mso-pagination:widow-orphan'><a name="_Toc1"></a>Kết quả<o:p></o:p></h1>
<p class=MsoNormal style='text-align:justify'><st1:place w:st="on">Tỉnh</st1:place> có <b style='mso-bidi-font-weight:normal'>12 đơn vị</b>
<span lang=VI style='font-size:13.0pt;mso-ansi-language:VI'>đạt danh hiệu;</span> xem <a href="https://example.gov.vn/van-ban"><span
style='color:blue;text-decoration:underline'>văn bản</span></a>, m<sup>2</sup> và <i>ghi chú</i>.<o:p></o:p></p>
${wordItem('l0', 1, '·', 'Symbol', 'Khối <b>tỉnh</b>')}${wordItem('l0', 2, 'o', '"Courier New"', 'Cụm một')}${wordItem('l0', 3, '§', 'Wingdings', 'Nhóm a')}${wordItem('l0', 1, '·', 'Symbol', 'Khối xã')}
<p class=MsoNormal>Thứ tự thực hiện:<o:p></o:p></p>
${wordItem('l1', 1, '1.', '"Times New Roman"', 'Đăng ký')}${wordItem('l1', 2, 'a)', '"Times New Roman"', 'Nộp hồ sơ')}${wordItem('l1', 1, '2.', '"Times New Roman"', 'Chấm điểm')}
<h2>Bảng điểm<o:p></o:p></h2>
<table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0 style='border-collapse:collapse;mso-table-layout-alt:fixed'>
 <tr style='mso-yfti-irow:0'><td width=200 colspan=2 valign=top style='width:150pt'><p class=MsoNormal><b>Đơn vị<o:p></o:p></b></p></td></tr>
 <tr><td rowspan=2><p class=MsoNormal>Sở A</p></td><td><p class=MsoNormal>95</p></td></tr>
 <tr><td><p class=MsoNormal>96<o:p></o:p></p></td></tr>
</table>
<p class=MsoNormal><span style='display:none;mso-hide:all'>ẩn</span><o:p>&nbsp;</o:p></p>
<!--EndFragment--></body></html>`

/** What Google Docs puts on the clipboard, likewise: everything in one bold element that is not bold, and styles for all marks. */
export const googleDocsHtml = `<meta charset='utf-8'><meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1f2e-aaaa">
<h1 dir="ltr" style="line-height:1.38;"><span style="font-size:20pt;font-weight:400;font-style:normal;text-decoration:none;vertical-align:baseline;white-space:pre-wrap;">Hội nghị tổng kết</span></h1>
<p dir="ltr"><span style="font-size:11pt;font-weight:400;">Hội nghị diễn ra </span><span style="font-weight:700;">sáng nay</span><span style="font-weight:400;font-style:italic;"> tại hội trường</span><span style="font-weight:400;">, xem </span><a href="https://example.gov.vn/hop" style="text-decoration:none;"><span style="color:#1155cc;font-weight:400;text-decoration:underline;">chương trình</span></a><span style="font-weight:400;">, H</span><span style="font-weight:400;vertical-align:sub;">2</span><span style="font-weight:400;">O.</span></p>
<ul style="margin-top:0;"><li dir="ltr" aria-level="1" style="list-style-type:disc;"><p dir="ltr" role="presentation"><span style="font-weight:400;">Một</span></p></li>
<ul><li dir="ltr" aria-level="2" style="list-style-type:circle;"><p dir="ltr" role="presentation"><span style="font-weight:400;">Một a</span></p></li></ul>
<li dir="ltr" aria-level="1"><p dir="ltr" role="presentation"><span style="font-weight:400;">Hai</span></p></li></ul>
<ol start="3"><li dir="ltr" aria-level="1"><p dir="ltr"><span>Ba</span></p></li></ol>
<h3 dir="ltr"><span style="font-weight:400;">Kết quả</span></h3>
<div dir="ltr" align="left"><table style="border:none;"><colgroup><col width="100"><col></colgroup><tbody><tr><td><p dir="ltr"><span style="font-weight:700;">Khối</span></p></td><td><p dir="ltr"><span>Điểm</span></p></td></tr><tr><td><p><span>A</span></p></td><td><br></td></tr></tbody></table></div>
</b><br class="Apple-interchange-newline">`

/** A page of a news site, likewise. */
export const webPageHtml = `<!doctype html><html lang="vi"><head><title>Trang tin</title><script>track()</script><style>p{color:red}</style></head>
<body class="news" data-page="1"><!-- đầu trang --><div class="wrap"><div class="inner"><h1 class="title">Khánh thành cầu mới</h1>
<div style="font-family:Arial"><div data-id="7">Sáng 28/11, cầu được <strong class="x">khánh thành</strong>.<br>Cầu dài <em>300&nbsp;m</em>.</div></div>
<blockquote class="q"><p>Đây là niềm vui của bà con.</p><footer>Ông A</footer></blockquote>
<figure><img src="https://cdn.example/cau.jpg" alt="Cầu mới" onerror="alert(1)"><figcaption>Cầu nhìn từ bờ sông</figcaption></figure>
<table role="presentation"><tr><td><p>Khung bài</p></td></tr></table>
<table><caption>Chi phí</caption><thead><tr><th scope="col">Mục</th><th>Tiền</th></tr></thead><tbody><tr><td>Mố cầu</td><td>12</td></tr></tbody></table>
<p><a href="https://youtu.be/dQw4w9WgXcQ">https://youtu.be/dQw4w9WgXcQ</a></p>
<iframe src="https://player.vimeo.com/video/76979871" title="Phim"></iframe><iframe src="https://quang-cao.example/" title="Quảng cáo"></iframe>
<p>Liên hệ <a href="mailto:a@example.gov.vn">thư</a>, <a href="javascript:alert(1)">bấm</a>, <a href="/tin">tin khác</a>.</p><hr>
<div hidden>ẩn</div><template><p>mẫu</p></template><form><input value="x"><button>Gửi</button></form>
<p lang="fr">Bonjour</p><h5>Nhỏ</h5></div></div></body></html>`
