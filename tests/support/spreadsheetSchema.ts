/*
 * What ECMA-376 part 1 asks of the elements that stand in a worksheet, a workbook, a style sheet and a table of texts,
 * as far as our own parts and the forms of the tests have them. Written from knowledge of the standard.
 */

export interface ElementRule {
  /**
   * Children in their order: "a" once, "a?" at most once, "a*" any number, "a+" at least one; after "~" in any order.
   */
  readonly children?: string;
  /** "name:type", required ones "name!:type"; types are in valueTypes, "a|b|c" is one of these words. */
  readonly attributes?: string;
  /** The type of the text inside. */
  readonly text?: string;
}

const side = { children: "color?", attributes: "style:none|thin|medium|dashed|dotted|thick|double|hair" };
const yes = { attributes: "val:bool" };
const lone = { attributes: "val!:xstring" };
const relation = { attributes: "r:id!:rid" };
const formula = { text: "formula" };
const breaks = { children: "brk*", attributes: "count:uint manualBreakCount:uint" };
const coloured = { attributes: "auto:bool indexed:uint rgb:argb theme:uint tint:double" };
const filterValue = "operator:word val:xstring";

/** Local names in the namespace of spreadsheets. "parent/name" is tried before "name". */
export const elementRules: Readonly<Record<string, ElementRule>> = {
  worksheet: {
    children:
      "sheetPr? dimension? sheetViews? sheetFormatPr? cols* sheetData sheetCalcPr? sheetProtection? protectedRanges? scenarios? autoFilter? sortState? dataConsolidate? customSheetViews? mergeCells? phoneticPr? conditionalFormatting* dataValidations? hyperlinks? printOptions? pageMargins? pageSetup? headerFooter? rowBreaks? colBreaks? customProperties? cellWatches? ignoredErrors? smartTags? drawing? legacyDrawing? legacyDrawingHF? drawingHF? picture? oleObjects? controls? webPublishItems? tableParts? extLst?",
  },
  sheetPr: {
    children: "tabColor? outlinePr? pageSetUpPr?",
    attributes:
      "syncHorizontal:bool syncVertical:bool syncRef:ref transitionEvaluation:bool transitionEntry:bool published:bool codeName:xstring filterMode:bool enableFormatConditionsCalculation:bool",
  },
  tabColor: coloured,
  outlinePr: { attributes: "applyStyles:bool summaryBelow:bool summaryRight:bool showOutlineSymbols:bool" },
  pageSetUpPr: { attributes: "autoPageBreaks:bool fitToPage:bool" },
  dimension: { attributes: "ref!:ref" },
  sheetViews: { children: "sheetView+ extLst?" },
  sheetView: {
    children: "pane? selection* pivotSelection* extLst?",
    attributes:
      "windowProtection:bool showFormulas:bool showGridLines:bool showRowColHeaders:bool showZeros:bool rightToLeft:bool tabSelected:bool showRuler:bool showOutlineSymbols:bool defaultGridColor:bool showWhiteSpace:bool view:normal|pageBreakPreview|pageLayout topLeftCell:cell colorId:uint zoomScale:uint zoomScaleNormal:uint zoomScaleSheetLayoutView:uint zoomScalePageLayoutView:uint workbookViewId!:uint",
  },
  pane: {
    attributes:
      "xSplit:double ySplit:double topLeftCell:cell activePane:bottomRight|topRight|bottomLeft|topLeft state:split|frozen|frozenSplit",
  },
  selection: {
    attributes: "pane:bottomRight|topRight|bottomLeft|topLeft activeCell:cell activeCellId:uint sqref:sqref",
  },
  sheetFormatPr: {
    attributes:
      "baseColWidth:uint defaultColWidth:double defaultRowHeight!:double customHeight:bool zeroHeight:bool thickTop:bool thickBottom:bool outlineLevelRow:uint outlineLevelCol:uint",
  },
  cols: { children: "col+" },
  col: {
    attributes:
      "min!:column max!:column width:double style:uint hidden:bool bestFit:bool customWidth:bool phonetic:bool outlineLevel:level collapsed:bool",
  },
  sheetData: { children: "row*" },
  row: {
    children: "c* extLst?",
    attributes:
      "r:row spans:spans s:uint customFormat:bool ht:height hidden:bool customHeight:bool outlineLevel:level collapsed:bool thickTop:bool thickBot:bool ph:bool",
  },
  c: {
    children: "f? v? is? extLst?",
    attributes: "r:cell s:uint t:b|d|n|e|s|str|inlineStr cm:uint vm:uint ph:bool",
  },
  f: {
    text: "formula",
    attributes:
      "t:normal|array|dataTable|shared aca:bool ref:ref dt2D:bool dtr:bool del1:bool del2:bool r1:cell r2:cell ca:bool si:uint bx:bool xml:space:word",
  },
  v: { text: "xstring", attributes: "xml:space:word" },
  is: { children: "t? r* rPh* phoneticPr?" },
  t: { text: "xstring", attributes: "xml:space:default|preserve" },
  r: { children: "rPr? t" },
  rPr: {
    children:
      "~ rFont? charset? family? b? i? strike? outline? shadow? condense? extend? color? sz? u? vertAlign? scheme?",
  },
  rFont: lone,
  rPh: { children: "t", attributes: "sb!:uint eb!:uint" },
  phoneticPr: { attributes: "fontId!:uint type:word alignment:word" },
  sheetProtection: {
    attributes:
      "password:hex4 algorithmName:xstring hashValue:xstring saltValue:xstring spinCount:uint sheet:bool objects:bool scenarios:bool formatCells:bool formatColumns:bool formatRows:bool insertColumns:bool insertRows:bool insertHyperlinks:bool deleteColumns:bool deleteRows:bool selectLockedCells:bool sort:bool autoFilter:bool pivotTables:bool selectUnlockedCells:bool",
  },
  protectedRanges: { children: "protectedRange+" },
  protectedRange: { attributes: "password:hex4 sqref!:sqref name!:xstring" },
  scenarios: { children: "scenario+", attributes: "current:uint show:uint sqref:sqref" },
  scenario: {
    children: "inputCells+",
    attributes: "name!:xstring locked:bool hidden:bool count:uint user:xstring comment:xstring",
  },
  inputCells: { attributes: "r!:cell deleted:bool undone:bool val!:xstring numFmtId:uint" },
  autoFilter: { children: "filterColumn* sortState? extLst?", attributes: "ref:ref" },
  filterColumn: {
    children: "filters? customFilters? extLst?",
    attributes: "colId!:uint hiddenButton:bool showButton:bool",
  },
  filters: { children: "filter*", attributes: "blank:bool" },
  filter: { attributes: "val:xstring" },
  customFilters: { children: "customFilter+", attributes: "and:bool" },
  customFilter: { attributes: filterValue },
  customSheetViews: { children: "customSheetView+" },
  customSheetView: {
    children:
      "pane? selection? rowBreaks? colBreaks? pageMargins? printOptions? pageSetup? headerFooter? autoFilter? extLst?",
    attributes: "guid!:guid scale:uint state:visible|hidden|veryHidden topLeftCell:cell showAutoFilter:bool",
  },
  mergeCells: { children: "mergeCell+", attributes: "count:count" },
  mergeCell: { attributes: "ref!:ref" },
  conditionalFormatting: { children: "cfRule+ extLst?", attributes: "pivot:bool sqref:sqref" },
  cfRule: {
    children: "formula* colorScale? dataBar? iconSet? extLst?",
    attributes:
      "type:expression|cellIs|colorScale|dataBar|iconSet|top10|uniqueValues|duplicateValues|containsText|notContainsText|beginsWith|endsWith|containsBlanks|notContainsBlanks|containsErrors|notContainsErrors|timePeriod|aboveAverage dxfId:uint priority!:positive stopIfTrue:bool aboveAverage:bool percent:bool bottom:bool operator:word text:xstring rank:uint",
  },
  formula,
  colorScale: { children: "cfvo+ color+" },
  dataBar: { children: "cfvo+ color", attributes: "minLength:uint maxLength:uint showValue:bool" },
  iconSet: { children: "cfvo+", attributes: "iconSet:xstring showValue:bool percent:bool reverse:bool" },
  cfvo: { attributes: "type!:num|percent|max|min|formula|percentile val:xstring gte:bool" },
  dataValidations: {
    children: "dataValidation+",
    attributes: "disablePrompts:bool xWindow:uint yWindow:uint count:count",
  },
  dataValidation: {
    children: "formula1? formula2?",
    attributes:
      "type:none|whole|decimal|list|date|time|textLength|custom errorStyle:stop|warning|information imeMode:word operator:between|notBetween|equal|notEqual|lessThan|lessThanOrEqual|greaterThan|greaterThanOrEqual allowBlank:bool showDropDown:bool showInputMessage:bool showErrorMessage:bool errorTitle:xstring error:xstring promptTitle:xstring prompt:xstring sqref!:sqref",
  },
  formula1: formula,
  formula2: formula,
  hyperlinks: { children: "hyperlink+" },
  hyperlink: { attributes: "ref!:ref r:id:rid location:xstring tooltip:xstring display:xstring" },
  printOptions: {
    attributes:
      "horizontalCentered:bool verticalCentered:bool headings:bool gridLines:bool gridLinesSet:bool",
  },
  pageMargins: {
    attributes: "left!:double right!:double top!:double bottom!:double header!:double footer!:double",
  },
  pageSetup: {
    attributes:
      "paperSize:uint paperHeight:xstring paperWidth:xstring scale:uint firstPageNumber:uint fitToWidth:uint fitToHeight:uint pageOrder:downThenOver|overThenDown orientation:default|portrait|landscape usePrinterDefaults:bool blackAndWhite:bool draft:bool cellComments:none|asDisplayed|atEnd useFirstPageNumber:bool errors:displayed|blank|dash|NA horizontalDpi:uint verticalDpi:uint copies:uint r:id:rid",
  },
  headerFooter: {
    children: "oddHeader? oddFooter? evenHeader? evenFooter? firstHeader? firstFooter?",
    attributes: "differentOddEven:bool differentFirst:bool scaleWithDoc:bool alignWithMargins:bool",
  },
  oddHeader: { text: "xstring" },
  oddFooter: { text: "xstring" },
  evenHeader: { text: "xstring" },
  evenFooter: { text: "xstring" },
  firstHeader: { text: "xstring" },
  firstFooter: { text: "xstring" },
  rowBreaks: breaks,
  colBreaks: breaks,
  brk: { attributes: "id:uint min:uint max:uint man:bool pt:bool" },
  customProperties: { children: "customPr+" },
  customPr: { attributes: "name!:xstring r:id!:rid" },
  cellWatches: { children: "cellWatch+" },
  cellWatch: { attributes: "r!:cell" },
  ignoredErrors: { children: "ignoredError+ extLst?" },
  ignoredError: {
    attributes:
      "sqref!:sqref evalError:bool twoDigitTextYear:bool numberStoredAsText:bool formula:bool formulaRange:bool unlockedFormula:bool emptyCellReference:bool listDataValidation:bool calculatedColumn:bool",
  },
  drawing: relation,
  legacyDrawing: relation,
  legacyDrawingHF: relation,
  picture: relation,
  oleObjects: { children: "oleObject*" },
  oleObject: {
    attributes:
      "progId:xstring dvAspect:word link:xstring oleUpdate:word autoLoad:bool shapeId!:uint r:id:rid",
  },
  controls: { children: "control*" },
  control: { attributes: "shapeId!:uint r:id!:rid name:xstring" },
  tableParts: { children: "tablePart*", attributes: "count:count" },
  tablePart: relation,

  workbook: {
    children:
      "fileVersion? fileSharing? workbookPr? workbookProtection? bookViews? sheets functionGroups? externalReferences? definedNames? calcPr? oleSize? customWorkbookViews? pivotCaches? smartTagPr? smartTagTypes? webPublishing? fileRecoveryPr* webPublishObjects? extLst?",
    attributes: "conformance:strict|transitional",
  },
  fileVersion: {
    attributes: "appName:xstring lastEdited:xstring lowestEdited:xstring rupBuild:xstring codeName:guid",
  },
  fileSharing: { attributes: "readOnlyRecommended:bool userName:xstring reservationPassword:hex4" },
  workbookPr: {
    attributes:
      "date1904:bool showObjects:all|placeholders|none showBorderUnselectedTables:bool filterPrivacy:bool promptedSolutions:bool showInkAnnotation:bool backupFile:bool saveExternalLinkValues:bool updateLinks:word codeName:xstring hidePivotFieldList:bool showPivotChartFilter:bool allowRefreshQuery:bool publishItems:bool checkCompatibility:bool autoCompressPictures:bool refreshAllConnections:bool defaultThemeVersion:uint",
  },
  workbookProtection: {
    attributes:
      "workbookPassword:hex4 revisionsPassword:hex4 lockStructure:bool lockWindows:bool lockRevision:bool",
  },
  bookViews: { children: "workbookView+" },
  workbookView: {
    children: "extLst?",
    attributes:
      "visibility:visible|hidden|veryHidden minimized:bool showHorizontalScroll:bool showVerticalScroll:bool showSheetTabs:bool xWindow:int yWindow:int windowWidth:uint windowHeight:uint tabRatio:uint firstSheet:uint activeTab:uint autoFilterDateGrouping:bool",
  },
  sheets: { children: "sheet+" },
  sheet: { attributes: "name!:sheetName sheetId!:positive state:visible|hidden|veryHidden r:id!:rid" },
  externalReferences: { children: "externalReference+" },
  externalReference: relation,
  definedNames: { children: "definedName+" },
  definedName: {
    text: "formula",
    attributes:
      "name!:xstring comment:xstring customMenu:xstring description:xstring help:xstring statusBar:xstring localSheetId:uint hidden:bool function:bool vbProcedure:bool xlm:bool functionGroupId:uint shortcutKey:xstring publishToServer:bool workbookParameter:bool",
  },
  calcPr: {
    attributes:
      "calcId:uint calcMode:manual|auto|autoNoTable fullCalcOnLoad:bool refMode:A1|R1C1 iterate:bool iterateCount:uint iterateDelta:double fullPrecision:bool calcCompleted:bool calcOnSave:bool concurrentCalc:bool concurrentManualCount:uint forceFullCalc:bool",
  },
  customWorkbookViews: { children: "customWorkbookView+" },
  customWorkbookView: {
    children: "extLst?",
    attributes:
      "name!:xstring guid!:guid autoUpdate:bool mergeInterval:uint changesSavedWin:bool onlySync:bool personalView:bool includePrintSettings:bool includeHiddenRowCol:bool maximized:bool minimized:bool showHorizontalScroll:bool showVerticalScroll:bool showSheetTabs:bool xWindow:int yWindow:int windowWidth!:uint windowHeight!:uint tabRatio:uint activeSheetId!:uint showFormulaBar:bool showStatusbar:bool",
  },
  pivotCaches: { children: "pivotCache+" },
  pivotCache: { attributes: "cacheId!:uint r:id!:rid" },
  fileRecoveryPr: {
    attributes: "autoRecover:bool crashSave:bool dataExtractLoad:bool repairLoad:bool",
  },

  styleSheet: {
    children:
      "numFmts? fonts? fills? borders? cellStyleXfs? cellXfs? cellStyles? dxfs? tableStyles? colors? extLst?",
  },
  numFmts: { children: "numFmt+", attributes: "count:count" },
  numFmt: { attributes: "numFmtId!:uint formatCode!:format" },
  fonts: { children: "font+", attributes: "count:count" },
  font: {
    children:
      "~ b? i? strike? condense? extend? outline? shadow? u? vertAlign? sz? color? name? family? charset? scheme?",
  },
  b: yes,
  i: yes,
  strike: yes,
  condense: yes,
  extend: yes,
  outline: yes,
  shadow: yes,
  u: { attributes: "val:single|double|singleAccounting|doubleAccounting|none" },
  vertAlign: { attributes: "val!:baseline|superscript|subscript" },
  sz: { attributes: "val!:double" },
  color: coloured,
  name: lone,
  family: { attributes: "val!:uint" },
  charset: { attributes: "val!:uint" },
  scheme: { attributes: "val!:major|minor|none" },
  fills: { children: "fill+", attributes: "count:count" },
  fill: { children: "patternFill? gradientFill?" },
  patternFill: { children: "fgColor? bgColor?", attributes: "patternType:word" },
  fgColor: coloured,
  bgColor: coloured,
  gradientFill: {
    children: "stop*",
    attributes: "type:linear|path degree:double left:double right:double top:double bottom:double",
  },
  stop: { children: "color", attributes: "position!:double" },
  borders: { children: "border+", attributes: "count:count" },
  border: {
    children: "start? end? left? right? top? bottom? diagonal? vertical? horizontal?",
    attributes: "diagonalUp:bool diagonalDown:bool outline:bool",
  },
  start: side,
  end: side,
  left: side,
  right: side,
  top: side,
  bottom: side,
  diagonal: side,
  vertical: side,
  horizontal: side,
  cellStyleXfs: { children: "xf+", attributes: "count:count" },
  cellXfs: { children: "xf+", attributes: "count:count" },
  xf: {
    children: "alignment? protection? extLst?",
    attributes:
      "numFmtId:uint fontId:uint fillId:uint borderId:uint xfId:uint quotePrefix:bool pivotButton:bool applyNumberFormat:bool applyFont:bool applyFill:bool applyBorder:bool applyAlignment:bool applyProtection:bool",
  },
  alignment: {
    attributes:
      "horizontal:general|left|center|right|fill|justify|centerContinuous|distributed vertical:top|center|bottom|justify|distributed textRotation:uint wrapText:bool indent:uint relativeIndent:int justifyLastLine:bool shrinkToFit:bool readingOrder:uint",
  },
  protection: { attributes: "locked:bool hidden:bool" },
  cellStyles: { children: "cellStyle+", attributes: "count:count" },
  cellStyle: {
    children: "extLst?",
    attributes: "name:xstring xfId!:uint builtinId:uint iLevel:uint hidden:bool customBuiltin:bool",
  },
  dxfs: { children: "dxf*", attributes: "count:count" },
  dxf: { children: "font? numFmt? fill? alignment? border? protection? extLst?" },
  tableStyles: {
    children: "tableStyle*",
    attributes: "count:count defaultTableStyle:xstring defaultPivotStyle:xstring",
  },
  colors: { children: "indexedColors? mruColors?" },
  indexedColors: { children: "rgbColor+" },
  rgbColor: { attributes: "rgb:argb" },
  mruColors: { children: "color+" },

  sst: { children: "si* extLst?", attributes: "count:uint uniqueCount:count" },
  si: { children: "t? r* rPh* phoneticPr?" },
};

const wholeNumber = /^\d{1,10}$/u;
const cellPattern = "\\$?[A-Z]{1,3}\\$?[1-9]\\d{0,6}";
const refPattern = `(?:${cellPattern}(?::${cellPattern})?|\\$?[A-Z]{1,3}:\\$?[A-Z]{1,3}|\\$?\\d{1,7}:\\$?\\d{1,7})`;
const within = (least: number, most: number) => (value: string) =>
  wholeNumber.test(value) && Number(value) >= least && Number(value) <= most;
const matches = (pattern: RegExp) => (value: string) => pattern.test(value);

export const valueTypes: Readonly<Record<string, (value: string) => boolean>> = {
  bool: matches(/^(?:0|1|true|false)$/u),
  uint: within(0, 4_294_967_295),
  // Checked against the number of children as well.
  count: within(0, 4_294_967_295),
  positive: within(1, 2_147_483_647),
  column: within(1, 16_384),
  row: within(1, 1_048_576),
  level: within(0, 7),
  int: matches(/^-?\d{1,10}$/u),
  double: matches(/^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/u),
  height: (value) => /^\d+(?:\.\d+)?$/u.test(value) && Number(value) <= 409.5,
  argb: matches(/^[0-9A-Fa-f]{8}$/u),
  hex4: matches(/^[0-9A-Fa-f]{4}$/u),
  guid: matches(/^\{[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}\}$/u),
  cell: matches(new RegExp(`^${cellPattern}$`, "u")),
  ref: matches(new RegExp(`^${refPattern}$`, "u")),
  sqref: matches(new RegExp(`^${refPattern}(?: ${refPattern})*$`, "u")),
  spans: matches(/^\d+:\d+(?: \d+:\d+)*$/u),
  word: matches(/^[A-Za-z0-9]+$/u),
  rid: (value) => value !== "",
  sheetName: (value) => value.length >= 1 && value.length <= 31 && !/[:\\/?*[\]]|^'|'$/u.test(value),
  format: (value) => value.length <= 255,
  formula: (value) => value.length <= 8192 && !value.startsWith("="),
  xstring: (value) => value.length <= 65_536,
};
