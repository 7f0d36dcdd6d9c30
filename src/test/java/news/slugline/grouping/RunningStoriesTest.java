package news.slugline.grouping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import news.slugline.rows.InMemoryRows;
import news.slugline.wire.LogEntry;
import news.slugline.wire.WireArticle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Stories that run for a while: what they must take in, and what not. All texts are invented. */
class RunningStoriesTest {
  private static final Instant START = Instant.parse("2026-05-04T09:00:00Z");

  private static final String[] MILL = {
    "A fire at the Orlan paper mill in Tarnwick killed three workers on Monday, the mill's director"
        + " Edda Rollmar said.\nFlames broke out in the boiler house at noon. Tarnwick firefighters"
        + " needed six hours to put the blaze out.",
    "Three workers died on Monday when fire swept through the Orlan paper mill in Tarnwick."
        + "\nEdda Rollmar, who runs the mill, said the blaze began in the boiler house.",
    "The boiler that set the Orlan paper mill in Tarnwick on fire had been due for repair, its"
        + " director Edda Rollmar said.\nThree workers were killed in the blaze at the mill."
  };
  private static final String[] FERRY = {
    "LIVERPOOL - The ferry Saint Brannoc sank off Liverpool on Monday after its captain, Tom"
        + " Ardley, steered it onto a sandbank, the coastguard said.\nNora Hask, a deckhand, was"
        + " killed. Ardley and eleven passengers were taken to hospital in Liverpool.",
    "LIVERPOOL - Captain Tom Ardley had slept three hours before the ferry Saint Brannoc sank off"
        + " Liverpool, the coastguard said on Monday.\nThe ferry ran onto a sandbank and the"
        + " deckhand Nora Hask was killed.",
    "Divers reached the wreck of the ferry Saint Brannoc off Liverpool on Monday evening."
        + "\nIt sank after running onto a sandbank. The deckhand Nora Hask was killed; Captain Tom"
        + " Ardley is in hospital."
  };
  private static final String[] QUAKE = {
    "A magnitude 6.4 earthquake shook the Philippine island of Mindanao on Monday, killing at"
        + " least four people, officials said.\nThe quake struck at a depth of 12 kilometres near"
        + " the town of Cotabato at 7:12 a.m., the geological survey said. Walls fell in the"
        + " market of Cotabato, Mayor Rosa Dimaandal said.",
    "The death toll from the earthquake on Mindanao rose to seven on Monday as rescuers"
        + " searched the market of Cotabato.\nThe 6.4-magnitude quake hit the Philippine island"
        + " at 7:12 a.m. Mayor Rosa Dimaandal said walls of the market had fallen on stalls.",
    "Rescuers in Cotabato dug through the fallen market hall on Monday evening after the quake"
        + " on Mindanao.\nMayor Rosa Dimaandal asked for cranes. Seven people are known dead in the"
        + " earthquake of magnitude 6.4."
  };
  private static final String[] STRIKE = {
    "Train drivers of Vellmar Rail will strike on Thursday over rosters, their union said on"
        + " Monday.\nUnion leader Bram Teulen said the company had broken off talks. Vellmar Rail"
        + " runs the lines around Kestrow.",
    "Vellmar Rail said on Monday that no trains would leave Kestrow on Thursday, when its drivers"
        + " walk out.\nThe union of Bram Teulen wants longer rests between shifts.",
    "Commuters in Kestrow face a day without trains as the drivers of Vellmar Rail strike over"
        + " rosters.\nBram Teulen, who leads the union, said talks would go on at night."
  };

  private static final String[] SHOOTING = {
    "Two men were shot and killed outside the Blue Heron bar in Brenholt late on Sunday, police"
        + " said.\nOfficers found Jonas Harker and Emil Strand near the door of the bar. Inspector"
        + " Lise Vang asked those who had seen a grey van to call the police.",
    "Police in Brenholt named the two men who were shot dead outside the Blue Heron bar as Jonas"
        + " Harker and Emil Strand.\nInspector Lise Vang said on Monday that a grey van was being"
        + " looked for.",
    "A grey van was found burnt out in a forest near Brenholt on Monday, a day after two men were"
        + " killed outside a bar.\nInspector Lise Vang said that police thought the van was used in"
        + " the shooting of Jonas Harker and Emil Strand."
  };

  private final Grouper grouper = new Grouper(new InMemoryRows());
  private Instant now = START;
  private int count;

  /** One form, filled in, with a sentence of its own for each take. */
  private static String crane(int take, String man, String town, String firm, String official) {
    String[] more = {
      "Neighbours heard a bang.",
      "Police closed the street for the afternoon.",
      "The roof is a hundred years old.",
      "A union asked for checks of all cranes in the region.",
      "Nobody else was under the crane.",
      "A second crane was brought in the evening."
    };
    return String.format(
        "A crane fell onto the roof of a warehouse of %3$s in %2$s and a driver was hurt.\n"
            + "The driver, %1$s, was taken to hospital with a broken leg, said %4$s, who leads the"
            + " inquiry. %5$s\nThe crane had been put up to mend the roof. %3$s stopped all work at"
            + " the warehouse and %4$s wants to see the papers of the crane. %6$s",
        man, town, firm, official, more[take % 6], more[(take / 6 + take + 1) % 6]);
  }

  @ParameterizedTest
  @CsvSource({"12", "30"})
  void aLongStoryDoesNotSwallowCopyOfTheSameFormAboutOthers(int takes) {
    String running = "";
    for (int i = 0; i < takes; i++) {
      String take = crane(i, "Ole Brandt", "Kolmar Bay", "Sundt Freight", "Vera Lindqvist");
      running = place("", take);
    }
    String[][] others = {
      {"Pavel Zima", "Treskow", "Orava Timber", "Ines Calder"},
      {"Hugo Marsten", "Wexcombe", "Pallin Stores", "Dora Feld"},
      {"Imre Kolos", "Aldersund", "Bexley Cargo", "Rik Vandam"},
      {"Sami Ruuth", "Port Ennis", "Maddock Wool", "Gwen Pryor"},
      {"Arno Delft", "Saint Corvin", "Hallam Seeds", "Lotte Brix"}
    };
    List<String> found = new ArrayList<>();
    for (int i = 0; i < others.length; i++) {
      String[] o = others[i];
      found.add(place("", crane(takes + i, o[0], o[1], o[2], o[3])));
    }
    assertThat(found).doesNotContain(running).doesNotHaveDuplicates();
    String take = crane(7, "Ole Brandt", "Kolmar Bay", "Sundt Freight", "Vera Lindqvist");
    assertThat(place("", take)).isEqualTo(running);
  }

  @Test
  void aLongStoryStillTakesInWhatIsToldInOtherWordsAboutItsNames() {
    String running = "";
    for (int i = 0; i < 12; i++) {
      String take = crane(i, "Ole Brandt", "Kolmar Bay", "Sundt Freight", "Vera Lindqvist");
      running = place("", take);
    }
    String later =
        "Ole Brandt left hospital on crutches on Monday and blamed Sundt Freight for his fall.\nHe"
            + " told reporters in Kolmar Bay that he had warned his foreman of the wind. Vera"
            + " Lindqvist said she would hear him.";
    assertThat(place("", later)).isEqualTo(running);
  }

  @ParameterizedTest
  @CsvSource({
    "MILL, 'Fire at Orlan paper mill in Tarnwick kills three workers - director'",
    "MILL, 'Boiler blamed for deadly blaze at Orlan mill in Tarnwick - Rollmar'",
    "FERRY, 'Captain of sunken ferry Saint Brannoc had slept three hours - coastguard'",
    "FERRY, 'Divers reach wreck of ferry Saint Brannoc off Liverpool'",
    "QUAKE, 'Death toll in Mindanao earthquake rises to nine, Cotabato mayor says'",
    "QUAKE, 'Rescuers search Cotabato market after Mindanao quake'",
    "STRIKE, 'Vellmar Rail drivers to strike on Thursday, says union leader Teulen'",
    "STRIKE, 'Vellmar Rail and drivers resume talks in Kestrow'",
    "SHOOTING, 'Two shot dead outside Blue Heron bar in Brenholt - police'"
  })
  void aSnapOfARunningStoryJoinsIt(String story, String snap) {
    assertThat(snap).hasSizeLessThanOrEqualTo(100);
    List<String> running = run();
    int which = List.of("MILL", "FERRY", "QUAKE", "STRIKE", "SHOOTING").indexOf(story);
    assertThat(place(snap, "")).as(snap).isEqualTo(running.get(which));
  }

  @ParameterizedTest
  @CsvSource({
    "'Fire at chemical plant near Dorsten injures four - police'",
    "'Paper maker Hallam to close two mills, cut 300 jobs'",
    "'Ferry runs aground off Bergen, all passengers safe - coastguard'",
    "'Magnitude 5.1 earthquake shakes northern Chile, no damage reported'",
    "'Philippine president to visit Tokyo in June'",
    "'Airport workers in Hamburg to strike on Thursday - union'",
    "'Train derails near Lugano, two hurt - police'",
    "'Three killed in road crash near Kestrow - police'",
    "'Three killed in road crash near Brenholt - police'",
    "'Two men die in fire at Brenholt flat, police say'",
    "'Liverpool rugby captain Owen Marsh out for rest of season - club'",
    "'Captain of Liverpool football club in hospital after training accident'",
    "'Tug captain fined in Liverpool for smuggling cigarettes - court'",
    "'Tarnwick school closes after three workers find asbestos'"
  })
  void aSnapOfSomethingElseStartsAStoryOfItsOwn(String snap) {
    assertThat(snap).hasSizeLessThanOrEqualTo(100);
    assertThat(run()).doesNotContain(place(snap, ""));
  }

  @Test
  void articlesJoinTheSnapThatCameFirst() {
    String story = place("Fire at Orlan paper mill in Tarnwick kills three workers - director", "");
    String other = place("Ferry Saint Brannoc sinks off Liverpool, deckhand killed", "");
    assertThat(place("", MILL[0])).isEqualTo(story);
    assertThat(place("", FERRY[0])).isEqualTo(other).isNotEqualTo(story);
  }

  /** Five stories of three articles each. */
  private List<String> run() {
    List<String> out = new ArrayList<>();
    for (String[] story : new String[][] {MILL, FERRY, QUAKE, STRIKE, SHOOTING}) {
      List<String> found = new ArrayList<>();
      for (String body : story) {
        found.add(place("", body));
      }
      assertThat(new HashSet<>(found)).as(story[0]).hasSize(1);
      out.add(found.get(0));
    }
    assertThat(out).doesNotHaveDuplicates();
    return out;
  }

  private String place(String headline, String body) {
    now = now.plus(Duration.ofMinutes(20));
    WireArticle a =
        WireArticle.builder("urn:test:" + count, "1", "Wire" + count++ % 5)
            .language("en")
            .headline(headline)
            .versionCreated(now)
            .body(body)
            .build();
    List<Routed> out = new ArrayList<>();
    grouper.apply(new LogEntry.Tick(now), r -> {});
    grouper.apply(new LogEntry.Accepted(a, now), out::add);
    return ((Routed.Placed) out.get(0)).storyId();
  }
}
