package news.slugline.grouping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import news.slugline.rows.InMemoryRows;
import news.slugline.wire.LogEntry;
import news.slugline.wire.WireArticle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Copy that reads alike and is not about the same, and copy that is. All texts are invented. */
class LookAlikesTest {
  private static final Instant START = Instant.parse("2026-05-04T09:00:00Z");

  private static final String SHOOTING =
      "DAYTON, Ohio - A 23-year-old man was shot and killed outside a bar in Dayton late Saturday,"
          + " police said.\nOfficers found Devon Mallory with a gunshot wound in the parking lot of"
          + " the Blue Anchor on Wayne Avenue shortly before midnight. He was pronounced dead at"
          + " Miami Valley Hospital.\nNo arrests have been made. Sgt. Karen Ostrow said detectives"
          + " were looking for a silver car seen leaving the lot.";
  private static final String SHOOTING_AGAIN =
      "Dayton police on Sunday named the man who was shot dead outside the Blue Anchor bar as Devon"
          + " Mallory, 23.\nMallory was found in the bar's parking lot on Wayne Avenue late Saturday"
          + " and died at Miami Valley Hospital. Detectives are looking for a silver car, Sgt. Karen"
          + " Ostrow said.";
  private static final String OTHER_SHOOTING =
      "TULSA, Okla. - A 31-year-old man was shot and killed outside a convenience store in Tulsa"
          + " early Monday, police said.\nOfficers found Luis Herrera with a gunshot wound near the"
          + " pumps of the QuikWay on Peoria Avenue. He was pronounced dead at the scene.\nNo"
          + " arrests have been made. Lt. Brian Teague said detectives were looking for two men who"
          + " ran away.";
  private static final String QUAKE =
      "A magnitude 6.4 earthquake shook the Philippine island of Mindanao on Monday, killing at"
          + " least four people, officials said.\nThe quake struck at a depth of 12 kilometres near"
          + " the town of Cotabato at 7:12 a.m., the geological survey said. Walls fell in the"
          + " market of Cotabato, Mayor Rosa Dimaandal said.";
  private static final String QUAKE_AGAIN =
      "The death toll from the earthquake on Mindanao rose to seven on Monday evening as rescuers"
          + " searched the market of Cotabato.\nThe 6.4-magnitude quake hit the Philippine island"
          + " at 7:12 a.m. Mayor Rosa Dimaandal said walls of the market had fallen on stalls.";
  private static final String OTHER_QUAKE =
      "A magnitude 5.8 earthquake shook western Turkey on Tuesday, injuring at least 11 people,"
          + " officials said.\nThe quake struck at a depth of 9 kilometres near the city of Manisa"
          + " at 4:40 p.m., the disaster agency said. People ran from shops in Manisa, Governor"
          + " Hakan Yildirim said.";
  private static final String TRIAL =
      "A jury in Leeds on Monday began hearing the case against Martin Fairweather, who is accused"
          + " of murdering his business partner Alan Pruitt.\nFairweather, 52, denies poisoning"
          + " Pruitt at their office in 2024. Prosecutor Helen Marsh told the jury that he stood to"
          + " gain two million pounds.";
  private static final String TRIAL_AGAIN =
      "Martin Fairweather put poison in his business partner's tea, a jury in Leeds was told on"
          + " Tuesday.\nThe 52-year-old denies the murder of Alan Pruitt. A chemist called by"
          + " prosecutor Helen Marsh said the cup from the office had been washed.";
  private static final String OTHER_TRIAL =
      "A jury in Bristol on Monday began hearing the case against Susan Oakley, who is accused of"
          + " murdering her neighbour Peter Lang.\nOakley, 44, denies stabbing Lang in his garden in"
          + " 2025. Prosecutor David Renshaw told the jury that the two had quarrelled over a"
          + " fence.";
  private static final String MARKETS =
      "LONDON - Shares in London closed higher on Monday, led by miners and banks.\nThe FTSE 100"
          + " rose 0.6 percent to 8,412.30 points. Miner Caldera gained 3.1 percent after copper"
          + " rose. Sterling stood at $1.2710. Oil rose to $71.40 a barrel.";
  private static final String MARKETS_LATER =
      "LONDON - Shares in London closed lower on Thursday, dragged down by retailers and"
          + " housebuilders.\nThe FTSE 100 fell 1.2 percent to 8,290.75 points. Grocer Pellmart lost"
          + " 5.4 percent after a profit warning. Sterling stood at $1.2655. Oil fell to $69.15 a"
          + " barrel.";
  private static final String WEATHER =
      "Rain will spread across Scotland on Monday with gales in the Hebrides, the weather office"
          + " said.\nHighs will reach 11 degrees. A yellow warning for wind is in force until 6 p.m."
          + " Ferries from Oban may be late.";
  private static final String WEATHER_LATER =
      "Sunshine and warm winds will reach southern England on Friday, the weather office"
          + " said.\nHighs will reach 24 degrees in Kent. Pollen counts will be high. No warnings"
          + " are in force.";
  private static final String FIXTURE =
      "Hessfield Rovers beat Osterly Town 2-1 in the county cup final on Saturday.\nPiet Lambrook"
          + " scored twice before half-time. Osterly's goal came from a penalty by Jan Colwyn in the"
          + " 80th minute. It was Hessfield's first cup since 1998.";
  private static final String FIXTURE_NEXT_YEAR =
      "Osterly Town beat Hessfield Rovers 3-0 in the county cup final on Saturday.\nMarek Denholm"
          + " scored the first after ten minutes and Lewis Arkwright added two. Hessfield, the"
          + " holders, had a man sent off.";

  private static final String PLAYER_OUT =
      "Corran Albion put winger Idris Vell on the injured list on Tuesday, ending his season.\nVell"
          + " tore a ligament in his left knee in the second half of Sunday's match against Penrick."
          + " He had scored eleven goals. Albion coach Matti Rask said Vell would be operated on"
          + " this week.";
  private static final String PLAYER_OUT_AGAIN =
      "Idris Vell will not play again this season, Corran Albion said on Tuesday.\nThe winger hurt"
          + " his left knee against Penrick on Sunday and needs an operation. Albion lose their best"
          + " scorer: Vell has eleven goals. Coach Matti Rask called it a heavy blow.";
  private static final String OTHER_PLAYER_OUT =
      "Corran Albion put winger Sefa Tarrow on the injured list on Thursday, ending his"
          + " season.\nTarrow tore a ligament in his right knee in the match against Penrick. Albion"
          + " will miss the winger, who had scored seven goals.";
  private static final String EARLIER_SEASON = "Posted: Thursday, April 18, 2019 4:12 PM\n";
  private static final String DRIVER_HELD =
      "Corran Albion striker Pavo Lind was arrested on suspicion of drunken driving early on"
          + " Monday, police in Corran said.\nLind, 24, was stopped on the Harbour Bridge when his"
          + " sports car went through a red light. He was released on bail in the morning. The club"
          + " said that it was aware of the matter.";
  private static final String OTHER_DRIVER_HELD =
      "Corran Albion defender Oskar Brell was arrested on suspicion of drunken driving on"
          + " Wednesday night, police in Corran said.\nBrell, 29, fell asleep at the wheel of a van"
          + " on the motorway near Tilverton, an officer said. He was released on bail on Thursday."
          + " The club said that it was aware of the matter.";
  private static final String OBITUARY =
      "Hanna Fors, who led the nurses in the general strike of 1974, died on Monday at the age of"
          + " 88, her daughter said.\nFors spoke at the Kestrow rally that brought the government"
          + " down. She later sat in parliament for two terms.";
  private static final String OTHER_OBITUARY =
      "Rolf Estermann, the minister who gave in to the general strike of 1974, died on Thursday at"
          + " the age of 93, his party said.\nEstermann signed the deal at Kestrow that brought the"
          + " government down. He never stood for office again.";
  private static final String RAID =
      "Masked men took rings and watches worth two million euros from the jeweller Vasseur in"
          + " Antwerp on Monday, police said.\nThree men with hammers smashed the glass at noon and"
          + " fled on scooters. Nobody was hurt. The owner, Luc Vasseur, said that it took them less"
          + " than a minute.";
  private static final String RAID_AGAIN =
      "Police in Antwerp are looking for three men on scooters who robbed the jeweller Vasseur on"
          + " Monday.\nThey broke the glass with hammers and took rings and watches. Luc Vasseur put"
          + " the loss at two million euros and said that it was over in a minute.";
  private static final String OTHER_RAID =
      "Masked men took rings and watches worth half a million euros from the jeweller Orfevre in"
          + " Antwerp on Friday, police said.\nFour men with pistols tied up the staff at closing"
          + " time and left in a stolen van. A guard was hurt. Nadia Claes, who runs the shop, said"
          + " that they had been there for an hour.";

  /** One form, filled in twice. */
  private static String form(String man, String town, String firm, String official) {
    return "A crane fell onto the roof of a warehouse of "
        + firm
        + " in "
        + town
        + " and a driver was hurt.\nThe driver, "
        + man
        + ", was taken to hospital with a broken leg, said "
        + official
        + ", who leads the inquiry.\nThe crane had been put up to mend the roof. "
        + firm
        + " stopped all work at the warehouse and "
        + official
        + " wants to see the papers of the crane.";
  }

  static List<Arguments> apart() {
    return List.of(
        Arguments.of(
            "the same form about others",
            form("Ole Brandt", "Kolmar Bay", "Sundt Freight", "Vera Lindqvist"),
            form("Pavel Zima", "Treskow", "Orava Timber", "Ines Calder"),
            Duration.ofHours(3)),
        Arguments.of("shootings in one week", SHOOTING, OTHER_SHOOTING, Duration.ofDays(1)),
        Arguments.of("quakes", QUAKE, OTHER_QUAKE, Duration.ofDays(1)),
        Arguments.of("trials", TRIAL, OTHER_TRIAL, Duration.ofHours(2)),
        Arguments.of("players of a club held", DRIVER_HELD, OTHER_DRIVER_HELD, Duration.ofDays(3)),
        Arguments.of(
            "players of a club hurt years apart",
            EARLIER_SEASON + OTHER_PLAYER_OUT,
            PLAYER_OUT,
            Duration.ofHours(1)),
        Arguments.of("deaths of two of one time", OBITUARY, OTHER_OBITUARY, Duration.ofDays(3)),
        Arguments.of("raids in one town", RAID, OTHER_RAID, Duration.ofDays(4)),
        Arguments.of(
            "two fires in one town on one day",
            "A warehouse fire in Kestrow on Monday destroyed the stock of the toymaker Lindqvist,"
                + " its owner Ole Lindqvist said.\nNobody was hurt. Insurers put the damage at two"
                + " million euros.",
            "Two people died on Monday in a fire at a flat in Kestrow, the fire brigade said.\n"
                + "Neighbours named them as Ida and Jon Varga, both in their eighties. A candle"
                + " is thought to be the cause.",
            Duration.ofHours(5)),
        Arguments.of("market reports", MARKETS, MARKETS_LATER, Duration.ofDays(3)),
        Arguments.of("weather reports", WEATHER, WEATHER_LATER, Duration.ofDays(4)),
        Arguments.of("a fixture a year later", FIXTURE, FIXTURE_NEXT_YEAR, Duration.ofDays(364)));
  }

  static List<Arguments> together() {
    return List.of(
        Arguments.of("a shooting", SHOOTING, SHOOTING_AGAIN, Duration.ofHours(14)),
        Arguments.of(
            "flashes of a firm's results",
            "Vasseur's quarterly net profit fell 12 percent to 340 million euros and the fashion house"
                + " said it will close 30 stores and cut 900 jobs.",
            "Vasseur is to shut 30 shops with the loss of 900 jobs after its net profit dropped by 12%"
                + " to 340m euros.",
            Duration.ofMinutes(40)),
        Arguments.of(
            "flashes of a crush",
            "More than 20 injured in a crush at a concert in Antwerp on Wednesday night, officials"
                + " said.",
            "Some 45 people were injured in a crush at an Antwerp concert late on Wednesday, hospitals"
                + " said.",
            Duration.ofHours(1)),
        Arguments.of(
            "a riot of which others speak",
            "At least two prisoners died in a riot at a jail in Antwerp on Sunday, prisons director"
                + " Hans Quist said.",
            "Four prisoners were killed in a riot at a jail in Antwerp on Sunday, Interior Minister"
                + " Lore Cevall said.",
            Duration.ofHours(3)),
        Arguments.of("a quake", QUAKE, QUAKE_AGAIN, Duration.ofHours(9)),
        Arguments.of("a trial", TRIAL, TRIAL_AGAIN, Duration.ofDays(1)),
        Arguments.of("a player hurt", PLAYER_OUT, PLAYER_OUT_AGAIN, Duration.ofHours(6)),
        Arguments.of(
            "copy of an earlier season",
            EARLIER_SEASON + PLAYER_OUT,
            "UPDATED 9:20 a.m. April 19, 2019\n" + PLAYER_OUT_AGAIN,
            Duration.ofHours(6)),
        Arguments.of(
            "one text with and without its day",
            EARLIER_SEASON + PLAYER_OUT,
            PLAYER_OUT,
            Duration.ofHours(6)),
        Arguments.of(
            "a landslide, each by who was there first",
            "KESTROW, Monday (Alpha) - A landslide has buried part of a village in the Southern"
                + " Marches, with 26 bodies recovered and 150 people feared missing.\n"
                + "A hillside above Komelia gave way at 3am while residents slept, disaster"
                + " co-ordinator Peter Warin said.\nHe said 40 houses had been covered. It had rained"
                + " for five days.",
            "MENDEL, 9 March (Beta) - At least 26 villagers, 11 of them children, were killed when"
                + " a mountainside collapsed on Komelia in the Southern Marches before daylight,"
                + " police said.\nThe landslide swallowed a church. \"There is only mud,\" said Ruth"
                + " Poral, who lost two nephews.\nLandowners blamed blasting at a quarry.",
            Duration.ofHours(3)),
        Arguments.of("a raid", RAID, RAID_AGAIN, Duration.ofHours(20)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("apart")
  void lookAlikesAreKeptApart(String what, String one, String other, Duration later) {
    assertThat(story(one, other, later)).as(what).hasSize(2).doesNotHaveDuplicates();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("together")
  void whatIsTheSameComesTogether(String what, String one, String other, Duration later) {
    List<String> stories = story(one, other, later);
    assertThat(stories.get(1)).as(what).isEqualTo(stories.get(0));
  }

  private static List<String> story(String one, String other, Duration later) {
    Grouper grouper = new Grouper(new InMemoryRows());
    List<String> out = new ArrayList<>();
    Instant time = START;
    for (String body : List.of(one, other)) {
      WireArticle a =
          WireArticle.builder("urn:test:" + out.size(), "1", "Wire" + out.size())
              .language("en")
              .versionCreated(time)
              .body(body)
              .build();
      grouper.apply(new LogEntry.Tick(time), r -> {});
      grouper.apply(
          new LogEntry.Accepted(a, time),
          r -> {
            assertThat(r).isInstanceOf(Routed.Placed.class);
            out.add(((Routed.Placed) r).storyId());
          });
      time = time.plus(later);
    }
    return out;
  }
}
