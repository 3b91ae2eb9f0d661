/** What a program puts on the clipboard for the same cells: a text with a line break, a percent, "001" held as text, a number
 * of which four decimals are shown, and in the second line a merged pair, a blank cell, and words in quotes with signs. */
export interface Fixture {
  readonly program: string;
  readonly text: string;
  readonly html: string;
}

const lines = (parts: readonly string[]) => parts.join("\r\n");

export const fixtures: readonly Fixture[] = [
  {
    program: "Excel",
    text: '"第一行\n第二行"\t99.83%\t001\t4.9992\r\n合并\t\t\t"甲"<乙> & 丙\r\n',
    html: lines([
      '<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"',
      'xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns="http://www.w3.org/TR/REC-html40">',
      '<head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=ProgId content=Excel.Sheet>',
      '<style>\r\n<!--table\r\n\t{mso-displayed-decimal-separator:"\\.";}\r\n.xl65\r\n\t{mso-number-format:"\\@";}',
      ".xl66\r\n\t{mso-number-format:Percent;}\r\nbr\r\n\t{mso-data-placement:same-cell;}\r\n-->\r\n</style>",
      "</head>\r\n<body link=blue vlink=purple>",
      "<table border=0 cellpadding=0 cellspacing=0 width=288 style='border-collapse:collapse;width:216pt'>",
      "<!--StartFragment-->\r\n <col width=72 span=4 style='width:54pt'>",
      " <tr height=38 style='height:28.8pt'>",
      "  <td height=38 class=xl67 width=72 style='height:28.8pt;width:54pt'>第一行<br>\r\n    第二行</td>",
      "  <td class=xl66 align=right width=72 style='width:54pt'>99.83%</td>",
      "  <td class=xl65 width=72 style='width:54pt'>001</td>",
      "  <td align=right width=72 style='width:54pt'>4.9992</td>\r\n </tr>",
      " <tr height=19 style='height:14.4pt'>",
      "  <td colspan=2 height=19 class=xl68 style='height:14.4pt'>合并</td>",
      "  <td></td>\r\n  <td>&quot;甲&quot;&lt;乙&gt; &amp; 丙</td>\r\n </tr>",
      " <![if supportMisalignedColumns]>\r\n <tr height=0 style='display:none'>\r\n  <td width=72></td><td></td><td></td><td></td>",
      " </tr>\r\n <![endif]>\r\n<!--EndFragment-->\r\n</table>\r\n</body>\r\n</html>",
    ]),
  },
  {
    program: "WPS 表格",
    text: '"第一行\n第二行"\t99.83%\t001\t4.9992\r\n合并\t\t\t"甲"<乙> & 丙\r\n',
    html: lines([
      '<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">',
      '<head><meta name="Generator" content="WPS Office ET"/><style>\r\n.et3{mso-number-format:"\\@";text-align:left;}',
      ".et4{mso-number-format:0.00%;}\r\n</style></head><body><!--StartFragment-->",
      '<table width="288.00" border="0" cellpadding="0" cellspacing="0" style=\'width:216.00pt;border-collapse:collapse;\'>',
      "<col width=\"72.00\" style='width:54.00pt;'/>",
      '<tr height="38.00" style=\'height:28.50pt;\'><td class="et2" height="38.00" x:str>第一行<br/>第二行</td>',
      '<td class="et4" align="right" x:num="0.99830999999999999">99.83%</td><td class="et3" x:str>001</td>',
      '<td class="et2" align="right" x:num="4.9991500000000002">4.9992</td></tr>',
      '<tr height="19.00"><td class="et2" colspan="2" x:str>合并</td><td class="et2"></td>',
      '<td class="et2" x:str>"甲"&lt;乙&gt;&nbsp;&amp; 丙</td></tr></table><!--EndFragment--></body></html>',
    ]),
  },
  {
    program: "LibreOffice Calc",
    text: '"第一行\n第二行"\t99.83%\t001\t4.9992\n合并\t\t\t"甲"<乙> & 丙\n',
    html: [
      '<!DOCTYPE html PUBLIC "-//W3C//DTD HTML 4.01//EN" "http://www.w3.org/TR/html4/strict.dtd">\n<html>\n<head>',
      '<meta http-equiv="content-type" content="text/html; charset=utf-8"/><title></title>',
      '<meta name="generator" content="LibreOffice 7.4.7.2 (Linux)"/><style type="text/css">',
      'body,div,table,thead,tbody,tfoot,tr,th,td,p { font-family:"Liberation Sans"; font-size:x-small }</style></head>',
      '<body>\n<table cellspacing="0" border="0">\n\t<colgroup span="4" width="85"></colgroup>\n\t<tr>',
      '\t\t<td height="32" align="left">第一行<br>第二行</td>',
      '\t\t<td align="right" valign=bottom sdval="0.99831" sdnum="1033;0;0.00%">99.83%</td>',
      '\t\t<td align="left" valign=bottom sdnum="1033;0;@">001</td>',
      '\t\t<td align="right" valign=bottom sdval="4.99915" sdnum="1033;0;0.0000">4.9992</td>\n\t</tr>\n\t<tr>',
      '\t\t<td colspan=2 height="17" align="left" valign=bottom>合并</td>\n\t\t<td align="left" valign=bottom><br></td>',
      '\t\t<td align="left" valign=bottom>&quot;甲&quot;&lt;乙&gt; &amp; 丙</td>\n\t</tr>\n</table>\n</body>\n</html>',
    ].join("\n"),
  },
];
