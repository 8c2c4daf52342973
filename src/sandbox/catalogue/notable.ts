/** Ids of the events that tests and documents refer to by name. */
export const notable = {
  /** The manual's example of event details: one ticket type, neither areas nor price levels. */
  manualSample: '3F004CBB88958BF9',
  /** The sample of a seated show: areas, price levels, a seating chart. */
  foxwoods: '1D004F240CEB4BDE',

  /** On sale, but without any seats left. */
  soldOut: 'SOLDOUT000000001',
  oneSeatLeft: 'ONESEATLEFT00001',
  /** Eight seats left, no two of them adjacent. */
  noAdjacentSeats: 'SCATTERED0000001',
  /** Has tickets, but only the retail site sells them. */
  notTransactable: 'NOTTHROUGHAPI001',
  /** Tickets are sold in fours only. */
  exactFour: 'EXACTLYFOUR00001',
  /** At least two tickets, and an even number of them. */
  pairsOnly: 'PAIRSONLY0000001',
  minimumThree: 'ATLEASTTHREE0001',
  /** At most four of one ticket type, and six in all. */
  fourOfAKind: 'FOUROFAKIND00001',
  /** Limit 0 on the ticket and on the event: no limit. */
  noTicketLimit: 'NOTICKETLIMIT001',
  generalAdmission: 'GENERALADMIT0001',
  /** Adult, child and senior tickets, which can be combined. */
  family: 'ADULTANDCHILD001',
  /** 57.39 with a facility fee of 3.50 (included in the displayed amount), a service fee of 8.15 (not included) and taxes. */
  fees: 'FEESANDTAXES0001',
  /** The displayed amount includes both fees. */
  allIn: 'ALLINPRICING0001',
  /** The displayed amount includes the service fee but not the facility fee. */
  serviceIncluded: 'SERVICEROLLED001',
  /** The general sale begins in 2035. The presale is open from 2020 until then. */
  presaleOnly: 'PRESALEONLY00001',
  /** Charges a `resort_levy`, which the manual does not know. */
  unknownCharge: 'RESORTLEVY000001',
  /** Costs nothing. */
  freeOfCharge: 'FREEOFCHARGE0001',
  severalPresales: 'FOURPRESALES0001',
  /** Its `eventdate` is a range of three days. */
  dateRange: 'THREEDAYPASS0001',
  /** Its `offsale` is in the past. */
  saleOver: 'SALEOVER00000001',
  /** Twelve ticket types, ten price levels, seven charges, eight areas. */
  fat: 'FATFESTIVAL00001',

  /** Has no `onsale`. */
  noOnsaleDate: 'NOONSALEDATE0001',
  /** `onsale` is null. */
  nullOnsaleDate: 'NULLONSALE000001',
  /** Has no `tickets`. */
  noTickets: 'NOTICKETSARRAY01',
  nullVenue: 'NULLVENUE0000001',
  noTimeZone: 'NOTIMEZONE000001',
  /** `Mars/Olympus`. */
  unknownTimeZone: 'MARSOLYMPUS00001',
  /** Numbers where text is usual, text where numbers are usual. */
  stringlyTyped: 'STRINGLYTYPED001',
  /** Differs from `caseLower` by case alone. */
  caseUpper: 'TWINEVENT00000AB',
  /** Differs from `caseUpper` by case alone. */
  caseLower: 'TWINEVENT00000ab',
  fifteenCharacters: 'FIFTEENCHARS001',
  cancelled: 'CANCELLEDSHOW001',
  /** Its status is `enchanted`. */
  unknownStatus: 'STATUSENCHANTED1',
  /** One of its notes is of the type `moonphase`. */
  unknownNote: 'MOONPHASENOTE001',
  /** Has an unknown field in every object, at every depth. */
  extraFields: 'EXTRAFIELDS00001',
  /** Every field except id and name is null. */
  allNull: 'ALLFIELDSNULL001',
  /** Has no fields except id and name. */
  bare: 'BAREBONESEVENT01',
  noCurrency: 'NOCURRENCYCODE01',
  /** Its headliner has rank -1; the others have no rank or null. */
  oddRanks: 'ODDARTISTRANKS01',
  /** Has no `event_image`. */
  noImages: 'NOIMAGESATALL001',
  seatingChart: 'SEATINGCHART0001',
  /** Its notes contain markup, some of it hostile. */
  htmlNote: 'HTMLINNOTES00001',
  /** Its name has more than 500 characters. */
  longName: 'LONGESTNAME00001',
  /** Its names contain accents and macrons. */
  maori: 'TEAHIKAVOICES001',
  /** Japanese and emoji. */
  tokyo: 'TOKYONIGHT000001',
  /** Arabic and Hebrew. */
  rightToLeft: 'RIGHTTOLEFT00001',

  newYork: 'NEWYORKNIGHTS001',
  /** A venue whose clocks never change. */
  phoenix: 'PHOENIXNIGHT0001',
  /** Its UTC offset includes half an hour. */
  stJohns: 'STJOHNSNIGHT0001',
  sydney: 'SYDNEYNIGHT00001',
  /** Daylight saving moves the clocks by 30 minutes. */
  lordHowe: 'LORDHOWENIGHT001',
  auckland: 'AUCKLANDNIGHT001',
  /** Its UTC offset includes three quarters of an hour. */
  chatham: 'CHATHAMNIGHT0001',
} as const;
