import { buildShow, withFields } from '../shows/build-show';
import type { CatalogueEvent } from '../catalogue-event';
import { notable } from '../notable';
import { plainShow } from '../shows/plain-show';
import { artists } from '../shows/artists';
import { theatre } from '../shows/shapes';
import { venues } from '../shows/venues';

const LONG_NAME =
  'The Marvellous, Melancholy and Mostly True Adventures of ' +
  'the Lamplighter, '.repeat(30) +
  'and Nobody Else';

const soloist = (id: number, name: string) => ({ id, name, single_performer_or_band: true });

/** Ids that are easily confused. */
function oddIds(): CatalogueEvent[] {
  return [
    // oddity: two ids that differ only in case
    buildShow(plainShow(notable.caseUpper, 'EOD0601E', 'Twin Event, Matinee')),
    buildShow(plainShow(notable.caseLower, 'EOD0602E', 'Twin Event, Evening', { priceCents: 6000 })),
    // oddity: an id of 15 characters
    buildShow(plainShow(notable.fifteenCharacters, 'EOD0603E', 'Fifteen-Character Id')),
  ];
}

/** Names and notes that are easily corrupted. */
function oddTexts(): CatalogueEvent[] {
  return [
    // oddity: macrons and accents
    buildShow(
      plainShow(notable.maori, 'EOD0604E', 'Te Ahi Kā: Māori Voices with José Núñez', {
        venue: venues.wellington,
        shape: theatre,
        artists: [soloist(730301, 'Te Ahi Kā'), artists.joseLuzDelMar],
        starts: '2029-06-30T19:30:00+12:00',
      }),
    ),
    // oddity: characters of three and of four bytes
    buildShow(
      plainShow(notable.tokyo, 'EOD0605E', '東京ナイト Tokyo Night 🎷👩‍🎤', {
        artists: [soloist(730302, '東京ジャズ楽団')],
      }),
    ),
    // oddity: right-to-left text
    buildShow(
      plainShow(notable.rightToLeft, 'EOD0606E', 'عمر والبحر / עומר והים', {
        artists: [soloist(730303, 'عمر والبحر')],
      }),
    ),
    // oddity: a very long name
    buildShow(plainShow(notable.longName, 'EOD0607E', LONG_NAME)),
    // oddity: markup in notes, some of it hostile
    withFields(buildShow(plainShow(notable.htmlNote, 'EOD0608E', 'HTML in Notes')), {
      notes: [
        { text: '<p>Doors at <b>7&nbsp;pm</b>.<br/>No bags &amp; no umbrellas.</p>', type: 'webinfo' },
        {
          text: '<script>alert("tickets")</script><a href="javascript:alert(1)">Map</a>',
          type: 'ticketlimittext',
        },
      ],
    }),
    // oddity: a note of a type that the manual does not list
    withFields(buildShow(plainShow(notable.unknownNote, 'EOD0609E', 'Moon Phase Note')), {
      notes: [
        { text: 'There is an 8 ticket limit per household.', type: 'ticketlimittext' },
        { text: 'Waxing gibbous.', type: 'moonphase' },
      ],
    }),
  ];
}

/** Events with odd ids and texts. */
export function oddNames(): CatalogueEvent[] {
  return [...oddIds(), ...oddTexts()];
}
