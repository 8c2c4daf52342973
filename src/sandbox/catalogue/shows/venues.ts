/** The five countries of the manual's appendix and the currency of their venues. */
const currencies = { US: 'USD', CA: 'CAD', AU: 'AUD', MX: 'MXN', NZ: 'NZD' } as const;

/** A place where events happen. */
export interface Venue {
  id: number;
  name: string;
  line1: string;
  city: string;
  /** Postal abbreviation of the state or province. */
  region: string;
  postalCode: string;
  country: keyof typeof currencies;
  /** IANA name. */
  timeZone: string;
  market: { id: number; name: string };
  /** The ticketing host that sells for this venue. */
  host: 'LA2' | 'NYC' | 'PHX' | 'TOR' | 'SYD' | 'MEX' | 'AKL';
}

/** An address in the order of an envelope, with the country last. */
type Address = [line1: string, city: string, region: string, postalCode: string, country: Venue['country']];

function venue(
  id: number,
  name: string,
  [line1, city, region, postalCode, country]: Address,
  timeZone: string,
  market: Venue['market'],
  host: Venue['host'],
): Venue {
  return { id, name, line1, city, region, postalCode, country, timeZone, market, host };
}

/** The currency of a venue, ISO 4217. */
export function currencyOf(venue: Venue): string {
  return currencies[venue.country];
}

/** A venue in event details. */
export function wireVenue(venue: Venue) {
  return {
    id: venue.id,
    location: {
      address: {
        city: venue.city,
        country: { abbrev: venue.country },
        line1: venue.line1,
        postal_code: venue.postalCode,
        region: { abbrev: venue.region },
      },
      time_zone: venue.timeZone,
    },
    markets: [venue.market],
    name: venue.name,
  };
}

/** The venues of the catalogue. Their names are invented; their cities and zones are real. */
// prettier-ignore
export const venues = {
  losAngeles: venue(100101, 'Figueroa Opera House', ['812 S Figueroa Street', 'Los Angeles', 'CA', '90017', 'US'], 'America/Los_Angeles', { id: 27, name: 'Los Angeles Area' }, 'LA2'),
  seattle: venue(100102, 'Pike Hall', ['1404 Pike Street', 'Seattle', 'WA', '98101', 'US'], 'America/Los_Angeles', { id: 42, name: 'Greater Seattle Area' }, 'LA2'),
  honolulu: venue(100103, 'Kaimana Shell', ['2805 Monsarrat Avenue', 'Honolulu', 'HI', '96815', 'US'], 'Pacific/Honolulu', { id: 16, name: 'Hawaii' }, 'LA2'),
  denver: venue(100104, 'Larimer Arena', ['1900 Larimer Street', 'Denver', 'CO', '80202', 'US'], 'America/Denver', { id: 9, name: 'Denver and the Rockies' }, 'PHX'),
  phoenix: venue(100105, 'Copper State Arena', ['201 E Jefferson Street', 'Phoenix', 'AZ', '85004', 'US'], 'America/Phoenix', { id: 36, name: 'Phoenix Area' }, 'PHX'),
  chicago: venue(100106, 'Wabash Theatre', ['60 E Balbo Drive', 'Chicago', 'IL', '60605', 'US'], 'America/Chicago', { id: 3, name: 'Chicagoland' }, 'NYC'),
  newYork: venue(100107, 'Hudson Yards Garden', ['455 W 33rd Street', 'New York', 'NY', '10001', 'US'], 'America/New_York', { id: 35, name: 'New York/Tri-State Area' }, 'NYC'),
  boston: venue(100108, 'Causeway Club', ['88 Causeway Street', 'Boston', 'MA', '02114', 'US'], 'America/New_York', { id: 11, name: 'Greater Boston Area' }, 'NYC'),
  toronto: venue(100201, 'Queens Quay Stadium', ['235 Queens Quay W', 'Toronto', 'ON', 'M5J 2G8', 'CA'], 'America/Toronto', { id: 102, name: 'Toronto, Hamilton and Area' }, 'TOR'),
  montreal: venue(100202, 'Théâtre du Vieux-Marché', ['350 rue Saint-Paul E', 'Montréal', 'QC', 'H2Y 1H2', 'CA'], 'America/Toronto', { id: 103, name: 'Montréal and Area' }, 'TOR'),
  vancouver: venue(100203, 'False Creek Pavilion', ['777 Pacific Boulevard', 'Vancouver', 'BC', 'V6B 4Y8', 'CA'], 'America/Vancouver', { id: 106, name: 'British Columbia' }, 'TOR'),
  stJohns: venue(100204, 'Signal Hill Hall', ['50 New Gower Street', "St. John's", 'NL', 'A1C 1J3', 'CA'], 'America/St_Johns', { id: 110, name: 'Newfoundland' }, 'TOR'),
  sydney: venue(100301, 'Pyrmont Harbour Theatre', ['55 Pirrama Road', 'Sydney', 'NSW', '2009', 'AU'], 'Australia/Sydney', { id: 302, name: 'New South Wales' }, 'SYD'),
  brisbane: venue(100302, 'South Bank Ballroom', ['20 Grey Street', 'Brisbane', 'QLD', '4101', 'AU'], 'Australia/Brisbane', { id: 303, name: 'Queensland' }, 'SYD'),
  adelaide: venue(100303, 'Torrens Parade Hall', ['1 Victoria Drive', 'Adelaide', 'SA', '5000', 'AU'], 'Australia/Adelaide', { id: 304, name: 'South Australia' }, 'SYD'),
  lordHowe: venue(100304, 'Lagoon Road Hall', ['12 Lagoon Road', 'Lord Howe Island', 'NSW', '2898', 'AU'], 'Australia/Lord_Howe', { id: 302, name: 'New South Wales' }, 'SYD'),
  mexicoCity: venue(100401, 'Foro Chapultepec', ['Avenida Paseo de la Reforma 50', 'Ciudad de México', 'CMX', '11850', 'MX'], 'America/Mexico_City', { id: 402, name: 'Valle de México' }, 'MEX'),
  guadalajara: venue(100402, 'Teatro Minerva', ['Avenida Vallarta 2300', 'Guadalajara', 'JAL', '44130', 'MX'], 'America/Mexico_City', { id: 403, name: 'Jalisco' }, 'MEX'),
  tijuana: venue(100403, 'Arena Frontera', ['Avenida Revolución 1200', 'Tijuana', 'BCN', '22000', 'MX'], 'America/Tijuana', { id: 404, name: 'Baja California' }, 'MEX'),
  auckland: venue(100501, 'Wynyard Wharf Arena', ['30 Jellicoe Street', 'Auckland', 'AUK', '1010', 'NZ'], 'Pacific/Auckland', { id: 501, name: 'North Island' }, 'AKL'),
  wellington: venue(100502, 'Cuba Street Opera', ['111 Cuba Street', 'Wellington', 'WGN', '6011', 'NZ'], 'Pacific/Auckland', { id: 501, name: 'North Island' }, 'AKL'),
  chatham: venue(100503, 'Waitangi Wharf Hall', ['1 Waitangi Wharf Owenga Road', 'Waitangi', 'CIT', '8942', 'NZ'], 'Pacific/Chatham', { id: 503, name: 'Chatham Islands' }, 'AKL'),
};
