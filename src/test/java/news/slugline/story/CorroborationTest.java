package news.slugline.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import news.slugline.claim.Kind;
import news.slugline.wire.PubStatus;
import news.slugline.wire.WireArticle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What counts as told by two origins, and what only reads like it: copy of two outlets. */
class CorroborationTest {
  private static final String TALKS =
      "President Varga and Prime Minister Holt met in Bergen on Friday for talks on the harbour. ";
  private static final String FLU = "Health officials in Norland are watching a new flu virus. ";

  /** The positions of a kind of fact that two origins count for, by key and value. */
  private static List<String> agreed(String key, String a, String b) {
    List<String> out = new ArrayList<>();
    for (Fact f : new Desk().factsOf(a, b)) {
      for (Position p : f.positions()) {
        if (p.origins() > 1 && f.topicKey().contains(key)) {
          out.add(f.topicKey() + ": " + p.value());
        }
      }
    }
    return out;
  }

  static Stream<Arguments> apart() {
    return Stream.of(
        arguments(
            "event:agreement",
            TALKS + "Bergen waits for a last offer from Mr Varga of a possible grain deal.",
            TALKS + "Holt said on Thursday that he hopes Varga is going to make a deal."),
        arguments(
            "told",
            TALKS + "The farmers will ask the county court for a review of the milk quota.",
            TALKS + "The farmers will drop their request for a review of the milk quota."),
        arguments(
            "event:vote/status",
            "Ida Moe voted for the school law in Oslo on Monday after a long debate.",
            "Ida Moe voted against the school law in Oslo on Monday after a long debate."),
        arguments(
            "said|",
            "Norcoal was founded in Leeds by two brothers who sold lamps.",
            "Norcoal said it would keep its head office in Leeds for ten years."),
        arguments(
            "event:sanction",
            TALKS + "The economy shows signs of strain, and needs to break out of its sanctions.",
            TALKS + "The economy of the port stays vulnerable to further sanctions."),
        arguments(
            "event:crash",
            TALKS + "The driver took off after the crash, a clerk said.",
            TALKS + "A crash may be considered careless on the part of the driver."),
        arguments(
            "said by",
            FLU + "Health Minister Odd Larsen said Thursday that the vaccine was nearly ready.",
            FLU + "Health Minister Odd Larsen said Thursday that two schools were closed."),
        arguments(
            "said by",
            FLU + "Health officials said four possible cases of the flu were found in Norland.",
            FLU + "Health officials confirmed four cases of the flu had been found in Norland."),
        arguments(
            "killed",
            "More than 31,000 people were killed by the flu in 1931, Odd Larsen said.",
            "More than 26,000 people were killed by the flu in 1931, Odd Larsen said."),
        arguments(
            "amount",
            FLU + "For 30 years the town lived in peace with its neighbours.",
            FLU + "The mayor is to end his 30 years of stubborn rule by resigning."),
        arguments(
            "venue",
            "The flu outbreak spread in Japan on Thursday, and 12 schools were closed.",
            "The flu outbreak spread in Tokyo on Thursday, and 12 schools were closed."),
        arguments(
            "event:death",
            TALKS + "What goes on in this park startles me to death, officer Ida Moe said.",
            TALKS + "What goes on in this park startles her to death, officer Ida Moe said."),
        arguments(
            "event:extend",
            TALKS + "Every member of our extended family matters in our lives, Ida Moe said.",
            TALKS + "Every member of our extended family matters in our lives, Ida Moe said."),
        arguments(
            "event:death",
            "The bus hit a wall in Oslo on Friday. The driver was pronounced dead at Larch"
                + " Hospital.",
            "The bus hit a wall in Oslo on Friday. The driver was pronounced dead at Birch"
                + " Hospital."),
        arguments(
            "said by",
            "The bus hit a wall in Oslo on Friday. Police said that the driver died at Larch"
                + " Hospital.",
            "The bus hit a wall in Oslo on Friday. Police said that the driver died at Birch"
                + " Hospital."),
        arguments(
            "told|driver",
            "The bus hit a wall in Oslo on Friday. The driver was taken to Larch High School.",
            "The bus hit a wall in Oslo on Friday. The driver was taken to Birch High School."),
        arguments(
            "amount",
            "Rovers won on Friday. Holm got five points in the half and made the lead 33-26.",
            "Rovers won on Friday. Five of his points in the half turned a 12-12 tie to a lead."),
        arguments(
            "amount",
            "Ole Berg leaves Rovers. He came after three seasons as head coach of Larch United.",
            "Ole Berg leaves Rovers. He was head coach of the Rovers for three seasons in Bergen."),
        arguments(
            "event:arrest",
            "Fans fought in Larch on Friday. Two men were arrested after a fight at the station.",
            "Fans fought in Larch on Friday. Three people were arrested after the fight at the"
                + " station."),
        arguments(
            "event:death",
            "A fire swept the Larch hills on Friday. A 71-year-old man died in the fire in Larch.",
            "A fire swept the Larch hills on Friday. Two people died in the fire in Larch."),
        arguments(
            "event:arrest",
            "Two men were shot in a bar in Larch. Ole Berg gave no statement after he was"
                + " arrested.",
            "Two men were shot in a bar in Larch. Two more were arrested after Ole Berg."),
        arguments(
            "event:meeting",
            "Nurses in Larch walked out on Monday after pay talks with the ministry broke down.",
            "Minister Ole Berg met the nurses in Larch on Tuesday for talks on their pay."),
        arguments(
            "said by",
            "Fans fought in Larch on Friday. Police said that three fans were held after the fight.",
            "Fans fought in Larch on Friday. Police said five fans had been held after the fight."),
        arguments(
            "duration",
            "Shots fell in Larch on Friday. Holm said the officer scattered the crowd in under two"
                + " minutes after the shooting.",
            "Shots fell in Larch on Friday. Some 30 seconds later the shooting began, Holm said."));
  }

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource("apart")
  void whatTwoOriginsDoNotBothSayIsNotCorroborated(String key, String a, String b) {
    assertThat(agreed(key, a, b)).isEmpty();
    assertThat(agreed(key, b, a)).isEmpty();
  }

  static Stream<Arguments> alike() {
    return Stream.of(
        arguments(
            "event:agreement",
            TALKS + "President Varga reached a grain deal with Prime Minister Holt in the end.",
            TALKS + "In the end Prime Minister Holt and President Varga reached a grain deal."),
        arguments(
            "event:death",
            TALKS + "He was pronounced dead at the scene.",
            TALKS + "The victim was pronounced dead at the scene."),
        arguments(
            "event:death",
            TALKS + "The driver was pronounced dead at Larch Hospital.",
            TALKS + "The driver was pronounced dead at Larch General Hospital."),
        arguments(
            "event:arrest",
            "Detectives in Larch arrested two more men on Monday over the shot guard.",
            "Deputies in Larch arrested two more men on Monday over the shot guard."),
        arguments(
            "event:arrest",
            "Fans fought in Larch on Friday. Two men were arrested after a fight at the station.",
            "Fans fought in Larch on Friday. Police arrested two fans after the fight at the"
                + " station."),
        arguments(
            "event:death",
            "A fire swept the Larch hills on Friday. A 71-year-old man died in the fire in Larch.",
            "A fire swept the Larch hills on Friday. A man of 71 died in the fire in Larch."),
        arguments(
            "amount",
            "Rovers won on Friday. The two officers fired 11 shots at the suspect.",
            "Rovers won on Friday. Both officers fired a total of 11 shots, the police said."),
        arguments(
            "event:injury",
            FLU + "No one was injured in the fire at the clinic.",
            FLU + "No one was injured in the fire."),
        arguments(
            "event:reject",
            TALKS + "It has a swap of land, a suggestion that President Ivar Lund has rejected.",
            TALKS + "President Ivar Lund has also rejected a swap of land."),
        arguments(
            "said by",
            FLU + "Health officials said four cases of the flu had been found in Norland.",
            FLU + "Health officials confirmed four cases of the flu had been found in Norland."),
        arguments(
            "venue",
            "The flu outbreak spread in Tokyo on Thursday, and 12 schools were closed.",
            "The flu outbreak spread in Tokyo on Thursday, and a dozen schools were closed."));
  }

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource("alike")
  void whatTwoOriginsSayIsCorroborated(String key, String a, String b) {
    assertThat(agreed(key, a, b)).isNotEmpty();
    assertThat(agreed(key, b, a)).isNotEmpty();
  }

  private static final String QUAY = "The ferry Alba was back at the quay in Bergen on Friday. ";

  /** A sentence that only one reporter can have written. */
  private static final String SUNK =
      "Three fishing boats sank off Larch Point after a squall tore them from their moorings.";

  private static final String NEARLY =
      "Three fishing boats sank off Larch Point when a squall tore them from their moorings,"
          + " the harbour office said.";

  private static final String OWN =
      "Off Larch Point three fishing boats went down and sank in a squall, Ida Moe said.";

  private static Position sunk(List<Fact> facts) {
    for (Fact f : facts) {
      if (f.kind() == Kind.QUANTITY && f.gist().contains("boats")) {
        return f.positions().get(0);
      }
    }
    throw new AssertionError("No fact of boats: " + facts);
  }

  @ParameterizedTest
  @ValueSource(strings = {SUNK, NEARLY})
  void oneSentenceInTwoOutletsIsOneOrigin(String again) {
    for (List<String> both : List.of(List.of(SUNK, again), List.of(again, SUNK))) {
      Position p = sunk(new Desk().factsOf(TALKS + both.get(0), QUAY + both.get(1)));
      assertThat(p.status()).isEqualTo(FactStatus.SINGLE_SOURCE);
      assertThat(p.originNames()).containsExactly("Provider a");
      assertThat(p.evidence()).extracting(Evidence::origin).containsOnly("Provider a");
      assertThat(p.evidence()).extracting(Evidence::counts).containsOnly(true);
      assertThat(p.evidence()).extracting(Evidence::sameWordsAs).containsExactly(null, "a");
    }
  }

  @Test
  void whoWritesAnOwnSentenceBesideACopiedOneIsTheSecondOrigin() {
    Desk d = new Desk();
    d.factsOf(TALKS + SUNK, QUAY + NEARLY);
    d.arrive(Desk.article("c", "1", 6, FLU + OWN).build());
    Position p = sunk(d.tick(7).facts());
    assertThat(p.status()).isEqualTo(FactStatus.CORROBORATED);
    assertThat(p.originNames()).containsExactly("Provider a", "Provider c");
    assertThat(p.origins()).isEqualTo(2);
  }

  @Test
  void whoCopiesOneSentenceOfTwoArticlesMakesThemOneOrigin() {
    Desk d = new Desk();
    d.factsOf(TALKS + SUNK, QUAY + OWN);
    assertThat(sunk(d.tick(6).facts()).origins()).isEqualTo(2);
    d.arrive(Desk.article("c", "1", 7, FLU + OWN + "\n" + NEARLY).build());
    Position p = sunk(d.tick(8).facts());
    assertThat(p.originNames()).containsExactly("Provider a");
    assertThat(p.origins()).isEqualTo(1);
  }

  private static final List<String> WRITTEN =
      List.of(
          "Shepherds drove their flocks off the northern moor before the reservoir wall gave way.",
          "The owners said by May that half the scattered ewes had been traced to farms downstream.",
          "Volunteers sandbagged the old tannery and ferried stranded tenants across in rowing boats.");

  private static final List<String> REWRITTEN =
      List.of(
          "Shepherds drove their flocks off the northern moor before the reservoir wall gave way,"
              + " residents said.",
          "By May the owners said that half the scattered ewes had been traced to farms downstream.",
          "Volunteers sandbagged an old tannery and ferried stranded tenants across in rowing"
              + " boats.");

  private static Position sunkAfter(int shared) {
    String a = String.join("\n", WRITTEN.subList(0, shared));
    String b = String.join("\n", REWRITTEN.subList(0, shared));
    return sunk(new Desk().factsOf(BEFORE + a + "\n" + SUNK, OTHERWISE + b + "\n" + OWN));
  }

  /** What only one of two reporters has, so that the articles as wholes are no copies. */
  private static final String BEFORE =
      TALKS
          + "Varga came by train and walked to the old customs house under a borrowed umbrella. "
          + "A choir of schoolgirls sang in the rain while Holt shook hands with dockers. "
          + "Nobody expects a treaty before the autumn, when the pilots' licences run out. "
          + "Demonstrators unrolled a banner from the granary roof and were led away in handcuffs. "
          + "The two ministers dined on lamb and toasted the retired harbour master twice.\n";

  private static final String OTHERWISE =
      QUAY
          + "The harbour office had warned skippers the evening before of gusts from the north. "
          + "Two of the crews were asleep ashore, and a cook swam to the lighthouse steps. "
          + "Insurance men from Norland counted broken masts along the breakwater at noon. "
          + "A crane is to lift the wrecks next month if the town finds money for it. "
          + "Fishmongers on the market square sold frozen cod for want of anything else.\n";

  @Test
  void whoSharesSeveralSentencesIsNoSecondOriginForTheOthers() {
    Position p = sunkAfter(3);
    assertThat(p.status()).isEqualTo(FactStatus.SINGLE_SOURCE);
    assertThat(p.originNames()).containsExactly("Provider a");
    assertThat(p.evidence()).extracting(Evidence::sameWordsAs).containsExactly(null, "a");
    assertThat(sunkAfter(1).originNames()).containsExactly("Provider a", "Provider b");
  }

  @Test
  void whoWritesItsCopyAnewBecomesASecondOrigin() {
    String a = BEFORE + String.join("\n", WRITTEN) + "\n" + SUNK;
    String copied = OTHERWISE + String.join("\n", REWRITTEN) + "\n" + OWN;
    Desk d = new Desk();
    assertThat(sunk(d.factsOf(a, copied)).originNames()).containsExactly("Provider a");
    d.arrive(Desk.article("b", "2", 7, OTHERWISE + OWN).build());
    Position p = sunk(d.tick(8).facts());
    assertThat(p.originNames()).containsExactly("Provider a", "Provider b");
    assertThat(d.tick(9).facts()).isEqualTo(anotherOrder(a, copied));
  }

  /** The same versions, the newest of b first. */
  private static List<Fact> anotherOrder(String a, String copied) {
    Desk d = new Desk();
    d.arrive(Desk.article("b", "2", 7, OTHERWISE + OWN).build());
    d.arrive(Desk.article("b", "1", 5, copied).build());
    d.arrive(Desk.article("a", "1", 0, a).build());
    return d.tick(9).facts();
  }

  private static final String EWES = "Nine ewes of the north farm were drowned in all.";

  private static final String SHEEP = "In the flood nine sheep of the north farm drowned.";

  private static final String FISH =
      "Fishmongers on the market square sold frozen cod for want of anything else. "
          + "Insurance men from Norland counted broken masts along the breakwater at noon.\n";

  private static final String CRANE =
      "A crane is to lift the wrecks next month if the town finds money for it. "
          + "Two of the crews were asleep ashore, and a cook swam to the lighthouse steps.\n";

  /** In another order, so that the wording as a whole tells of no copy. */
  private static String shuffled(List<String> sentences) {
    return sentences.get(2) + "\n" + sentences.get(1) + "\n" + sentences.get(0) + "\n";
  }

  private static final List<String> MORE =
      List.of(
          "Councillors quarrelled past midnight over which drunken plumber had certified the cracked"
              + " sluices by lamplight.",
          "The brewery lent its lorries to carry mattresses and blankets up to the school gymnasium.",
          "Divers groped through the cellar of the pharmacy for insulin and found the fridge afloat.");

  private static final List<String> MORE_REWRITTEN =
      List.of(
          "Past midnight councillors quarrelled over which drunken plumber had certified the cracked"
              + " sluices by lamplight.",
          "The brewery lent lorries to carry mattresses and blankets up to the school gymnasium.",
          "Divers groped through the cellar of a pharmacy for insulin and found the fridge afloat.");

  private static Position drowned(List<Fact> facts) {
    for (Fact f : facts) {
      for (Position p : f.positions()) {
        if (f.topicKey().equals("event:death/status") && p.evidence().size() > 1) {
          return p;
        }
      }
    }
    throw new AssertionError("No fact of sheep: " + facts);
  }

  /** The only position whose evidence has the words. */
  private static Position told(List<Fact> facts, String words) {
    return facts.stream()
        .flatMap(f -> f.positions().stream())
        .filter(p -> p.evidence().stream().anyMatch(e -> words.startsWith(e.text())))
        .findFirst()
        .orElseThrow(() -> new AssertionError(facts.toString()));
  }

  /** Two that have their sentences from a third, which does not say what both say. */
  private static List<Fact> afterAThird(Desk d, int... order) {
    String third = BEFORE + String.join("\n", WRITTEN) + "\n" + String.join("\n", MORE);
    List<WireArticle> all =
        List.of(
            Desk.article("a", "1", 0, third).build(),
            Desk.article("b", "1", 5, shuffled(REWRITTEN) + FISH + EWES).build(),
            Desk.article("c", "1", 6, shuffled(MORE_REWRITTEN) + CRANE + SHEEP).build());
    for (int i : order) {
      d.arrive(all.get(i));
    }
    return d.tick(7).facts();
  }

  @Test
  void twoCopiesOfAnArticleAreOneOriginThoughItDoesNotSaySo() {
    Position p = drowned(afterAThird(new Desk(), 0, 1, 2));
    assertThat(p.originNames()).containsExactly("Provider a");
    assertThat(p.status()).isEqualTo(FactStatus.SINGLE_SOURCE);
    assertThat(p.origins()).isEqualTo(1);
    assertThat(p.evidence()).extracting(Evidence::sameWordsAs).containsExactly("a", "a");
    assertThat(told(afterAThird(new Desk(), 0, 1), EWES).originNames())
        .as("what one alone has beside its copy")
        .containsExactly("Provider b");
    assertThat(drowned(afterAThird(new Desk(), 1, 2)).originNames())
        .as("without the third")
        .containsExactly("Provider b", "Provider c");
  }

  @Test
  void whoHasItsSentencesFromWhomDependsOnNoOrderAndEndsWithAKill() {
    List<Fact> facts = afterAThird(new Desk(), 0, 1, 2);
    assertThat(afterAThird(new Desk(), 2, 1, 0)).isEqualTo(facts);
    assertThat(afterAThird(new Desk(), 1, 2, 0)).isEqualTo(facts);
    Desk d = new Desk();
    afterAThird(d, 1, 0, 2);
    d.arrive(Desk.article("a", "2", 8).pubStatus(PubStatus.CANCELED).build());
    assertThat(drowned(d.tick(9).facts()).originNames())
        .containsExactly("Provider b", "Provider c");
  }

  @Test
  void whoHasASentenceOfAnotherHasItsShortOnesFromThereToo() {
    String small = "The ferry left eleven minutes late.";
    Position alone = told(new Desk().factsOf(TALKS + small, QUAY + small), small);
    assertThat(alone.origins()).as("two may write so").isEqualTo(2);
    Position p =
        told(new Desk().factsOf(TALKS + SUNK + " " + small, QUAY + NEARLY + " " + small), small);
    assertThat(p.originNames()).containsExactly("Provider a");
  }

  private static final String OF_WIRE =
      "LARCH, March 2 (Fenwire) - A tanker lorry overturned on the Kessel road near Larch on Monday"
          + " and spilt 900 litres of milk acid, firefighters said.\n"
          + "The driver, who was 46, climbed out through a window and walked to a farm.\n"
          + "Residents of 30 houses were told to keep their shutters closed until evening.\n"
          + "The road was barred for seven hours, fire chief Ida Moe said.\n"
          + "A pump had to be fetched from Norland, she said.\n";

  /** In another order, so that the wording as a whole tells of no copy. */
  private static final String BY_DESK =
      "Cars were able to use the Kessel road again on Monday after seven hours, fire chief Ida Moe"
          + " said. It had been barred.\n"
          + "Shutters in 30 houses could be opened again by residents when evening came.\n"
          + "The pump that did the work was fetched from Norland.\n"
          + "At the age of 46, the driver got out by a window and walked to the next farm.\n"
          + "Some 900 litres of milk acid leaked from a tanker that had overturned, firefighters"
          + " said.\n";

  private static final String BY_REPORTER =
      "A tanker lorry overturned on the Kessel road near Larch on Monday.\n"
          + "The driver, who was 46, is called Ove Lund and sat on a wall drinking coffee.\n"
          + "Milk acid ran past the bakery of Berta Quist, who had closed her shutters by noon.\n"
          + "The road was barred for seven hours, a policeman at the crossing said.\n"
          + "Behind him 12 lorries stood as far as the chapel.\n";

  private static Position hours(List<Fact> facts) {
    return facts.stream()
        .flatMap(f -> f.positions().stream())
        .filter(p -> p.value().equals("7 h") && p.evidence().size() > 1)
        .findFirst()
        .orElseThrow(() -> new AssertionError(facts.toString()));
  }

  @Test
  void whoTellsMostOfAnArticleInOtherWordsIsNoSecondOrigin() {
    Position p = hours(new Desk().factsOf(OF_WIRE, BY_DESK));
    assertThat(p.originNames()).containsExactly("Fenwire");
    assertThat(p.status()).isEqualTo(FactStatus.SINGLE_SOURCE);
    assertThat(p.evidence()).extracting(Evidence::sameWordsAs).containsExactly(null, "a");
  }

  @Test
  void whoHasNamesAndNumbersOfHisOwnIsASecondOrigin() {
    Position p = hours(new Desk().factsOf(OF_WIRE, BY_REPORTER));
    assertThat(p.originNames()).containsExactly("Fenwire", "Provider b");
    assertThat(p.status()).isEqualTo(FactStatus.CORROBORATED);
  }

  /** Who signs it says that it is its own; and what is told to an outlet is that outlet's. */
  @Test
  void whoSignsWhatReadsLikeAnothersIsASecondOrigin() {
    String signed = "LARCH, March 2 (Larch Press) - " + BY_DESK;
    assertThat(hours(new Desk().factsOf(OF_WIRE, signed)).originNames())
        .containsExactly("Fenwire", "Larch Press");
  }

  @Test
  void whoTellsItAgainDependsOnNoOrderOfArrival() {
    Desk d = new Desk();
    d.arrive(Desk.article("b", "1", 5, BY_DESK).build());
    d.arrive(Desk.article("a", "1", 0, OF_WIRE).build());
    assertThat(d.tick(6).facts()).isEqualTo(new Desk().factsOf(OF_WIRE, BY_DESK));
  }

  @Test
  void whoHasOneSentenceOfAnotherIsNoSecondOriginForIt() {
    Desk d = new Desk();
    d.arrive(Desk.article("a", "1", 0, TALKS + SUNK).build());
    d.arrive(Desk.article("b", "1", 5, QUAY + NEARLY).build());
    d.arrive(
        WireArticle.builder("c", "1", "Provider a")
            .headline("Boats")
            .versionCreated(Desk.START.plusSeconds(6 * 3_600))
            .pubStatus(PubStatus.USABLE)
            .body(FLU + OWN)
            .build());
    assertThat(sunk(d.tick(7).facts()).originNames()).containsExactly("Provider a");
    d.arrive(Desk.article("a", "2", 8, TALKS).build());
    assertThat(sunk(d.tick(9).facts()).originNames())
        .as("once nobody has the sentence but b")
        .containsExactly("Provider a", "Provider b");
  }

  @ParameterizedTest
  @CsvSource({
    "Larch Herald, LARCH HERALD CORRESPONDENT",
    "Larch Herald, The Larch Herald Staff Writer",
    "Larch Herald, Larch Herald Senior Political Reporter",
    "Larch Herald, Larch Herald News Service",
    "Associated Press, Associated Press writer",
    "Associated Press, AP"
  })
  void whoOfAnOutletWroteItDoesNotMakeItAnother(String one, String other) {
    assertThat(Origins.key(other)).isEqualTo(Origins.key(one));
  }

  @ParameterizedTest
  @CsvSource({
    "Larch Herald, Larch Post",
    "News Desk, Sports Desk",
    "Hollywood Reporter, Hollywood Life",
    "Larch Observer, Larch Observer-Reporter"
  })
  void otherOutletsStayOthers(String one, String other) {
    assertThat(Origins.key(other)).isNotEqualTo(Origins.key(one));
  }

  @Test
  void whoNamedTheOutletThatReportedItIsNoSecondOriginLater() {
    Desk d = new Desk();
    String first = "Ida Moe told Reuters that 40 boats had been lost off Larch Point.";
    d.factsOf(TALKS + first, QUAY);
    d.arrive(
        Desk.article("a2", "1", 6, FLU + "Ida Moe said 40 boats had been lost off Larch Point.")
            .provider("Provider a")
            .build());
    Position p = sunk(d.tick(7).facts());
    assertThat(p.originNames()).containsExactly("Reuters");
    assertThat(p.evidence()).extracting(Evidence::article).contains("a2");
  }

  @Test
  void thousandsDoNotSayTensOfThousands() {
    String many = "More than 2,000 people were killed in the quake in Bergen on Friday.";
    String most = "The quake in Bergen on Friday killed 40,000 people, Ida Moe said.";
    assertThat(agreed("killed", many, most)).isEmpty();
    assertThat(agreed("killed", most, many)).isEmpty();
  }

  @Test
  void anArticlesOwnSentenceTellsAFactRatherThanARemark() {
    String remark = "\"Nine of our people were wounded by the blast,\" Ole Holt said.";
    String opening = "Nine people were wounded in a blast at the old mill on Tuesday.";
    assertThat(new Desk().factsOf(remark, opening))
        .filteredOn(f -> f.topicKey().contains("wounded") || f.topicKey().contains("injur"))
        .isNotEmpty()
        .allSatisfy(f -> assertThat(f.gist()).startsWith(opening.substring(0, 20)));
  }

  @Test
  void aGistCutOutOfSpeechHasBothItsMarks() {
    String text =
        "\"We have nine injured people, but we do not know of any deaths,\" Ole Holt said.";
    assertThat(new Desk().factsOf(TALKS + text, QUAY))
        .filteredOn(f -> f.gist().contains("nine injured people"))
        .isNotEmpty()
        .allSatisfy(f -> assertThat(f.gist().replaceAll("[^\"]", "")).hasSize(2));
  }

  @Test
  void aGistIsAWholeSentence() {
    String text = "Ivo Lang was taken to Larch Hospital, where he later died.";
    assertThat(new Desk().factsOf(TALKS + text, QUAY))
        .filteredOn(f -> f.topicKey().contains("event:death"))
        .isNotEmpty()
        .allSatisfy(f -> assertThat(f.gist()).isEqualTo(text));
  }

  @Test
  void aReportThatAPlanIsPutOffReachesThePlan() {
    String plan = "President Varga and Prime Minister Holt will meet in Bergen on Friday.";
    String off =
        "The meeting between President Varga and Prime Minister Holt, planned for Friday, was"
            + " postponed, officials said.";
    assertThat(new Desk().factsOf(plan, off))
        .filteredOn(f -> f.topicKey().contains("event:meeting") && f.outcome() != null)
        .extracting(Fact::outcome)
        .contains(Outcome.POSTPONED);
  }

  @Test
  void aKillLeavesWhoHadTheSameSentenceItsOwnOrigin() {
    Desk d = new Desk();
    d.factsOf(TALKS + SUNK, QUAY + SUNK);
    d.arrive(Desk.article("a", "2", 6).pubStatus(PubStatus.CANCELED).build());
    Position p = sunk(d.tick(7).facts());
    assertThat(p.originNames()).containsExactly("Provider b");
    assertThat(p.evidence()).extracting(Evidence::sameWordsAs).containsOnlyNulls();
    d.arrive(Desk.article("a", "3", 8, TALKS + SUNK).build());
    p = sunk(d.tick(9).facts());
    assertThat(p.originNames()).as("once it is back").containsExactly("Provider a");
    assertThat(p.evidence()).extracting(Evidence::sameWordsAs).containsExactly(null, "a");
  }

  @Test
  void oneQuotationInTwoOutletsIsTheSpeakersAndHasTwoOrigins() {
    String words =
        "\u201cThree fishing boats sank off the point after a squall tore them from their"
            + " moorings,\u201d ";
    String a = TALKS + words + "harbour master Ida Moe told reporters on Friday.";
    String b = QUAY + words + "Ida Moe, who runs the harbour, said at noon.";
    assertThat(new Desk().factsOf(a, b))
        .filteredOn(f -> f.kind() == Kind.QUOTE)
        .singleElement()
        .satisfies(f -> assertThat(f.status()).isEqualTo(FactStatus.CORROBORATED));
  }

  @Test
  void whatStandsAroundAQuotationShowsThatItWasCopied() {
    String around =
        "\u201cWe lost three boats,\u201d said harbour master Ida Moe, leaning against the rusty"
            + " winch where fishermen once dried herring nets.";
    assertThat(new Desk().factsOf(TALKS + around, QUAY + around))
        .filteredOn(f -> f.kind() == Kind.QUOTE)
        .singleElement()
        .satisfies(f -> assertThat(f.status()).isEqualTo(FactStatus.SINGLE_SOURCE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The driver was taken to Larch Hospital, where he was pronounced dead.",
        "Police said the investigation was continuing and no one had been arrested.",
        "Anyone with information is asked to call the Larch Police Department at 555-0100.",
        "The man was arrested on Friday and booked into the Larch County Jail.",
      })
  void whatCopyAlwaysSaysIsWrittenTwice(String formula) {
    SentenceCopies copies = new SentenceCopies(Wording.english(Memory.LEAST), Memory.LEAST);
    assertThat(copies.areOne(formula, formula)).isFalse();
  }

  @Test
  void theSameWordsInMarksShowNothing() {
    SentenceCopies copies = new SentenceCopies(Wording.english(Memory.LEAST), Memory.LEAST);
    String quoted =
        "\"Three fishing boats sank after a squall tore them from their moorings,\" Moe said.";
    assertThat(copies.areOne(quoted, quoted)).isFalse();
    assertThat(copies.areOne(quoted.substring(1), quoted)).as("cut mark").isFalse();
    assertThat(copies.areOne(SUNK, NEARLY)).isTrue();
    assertThat(copies.areOne(NEARLY, SUNK)).isTrue();
    assertThat(copies.areOne(SUNK, OWN)).isFalse();
  }

  static Stream<Arguments> things() {
    return Stream.of(
        arguments(
            "event:funeral/status",
            "The funeral will be held Friday at 10 a.m. at Larch Baptist Church in Bergen.",
            "The funeral mass will be held Friday at 2 p.m. at Birch Catholic Church in Bergen."),
        arguments(
            "/status",
            "22 July 2009 Doctor Moe's office is raided by officers.",
            "28 July 2009 Doctor Moe's home is also raided."));
  }

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource("things")
  void whatIsOfTwoThingsStandsInTwoFacts(String key, String a, String b) {
    for (Fact f : new Desk().factsOf(a, b)) {
      if (f.topicKey().contains(key)) {
        assertThat(f.positions().stream().flatMap(p -> p.evidence().stream()))
            .as(f.topicKey())
            .extracting(Evidence::article)
            .containsOnly(f.positions().get(0).evidence().get(0).article());
      }
    }
  }

  @Test
  void placesThatASentenceListsAreFactsOfTheirOwn() {
    String tents = "Officials said 40 tents stood in the city of Bergen and 90 in the city of ";
    List<Fact> places =
        new Desk()
            .factsOf(tents + "Stavanger.", tents + "Trondheim.").stream()
                .filter(f -> f.kind() == Kind.PLACE)
                .toList();
    assertThat(places).isNotEmpty().allMatch(f -> f.positions().size() == 1);
  }

  /** So that the plan of Tuesday's meeting finds its outcome, and not Monday's talks. */
  @Test
  void meetingsOfTwoDaysThatBothTextsNameAreTwoFacts() {
    Desk desk = new Desk();
    desk.arrive(
        Desk.article(
                "a",
                "1",
                0,
                "Dockworkers at the country's biggest container port walked off the job at 6 a.m. on"
                    + " Monday after pay talks with the operator, Larch Terminals, collapsed overnight.",
                "Transport Minister Ole Berg is to meet the two sides on Tuesday.")
            .build());
    desk.arrive(
        Desk.article(
                "b",
                "1",
                34,
                "Transport Minister Ole Berg met leaders of the Dockers' Federation and Larch"
                    + " Terminals on Tuesday but failed to end a strike that has shut the port.")
            .build());
    List<Fact> meetings =
        desk.tick(35).facts().stream()
            .filter(f -> f.topicKey().equals("event:meeting/status"))
            .filter(f -> f.positions().stream().noneMatch(p -> p.value().equals("planned")))
            .toList();
    assertThat(meetings).isNotEmpty();
    for (Fact f : meetings) {
      assertThat(
              f.positions().stream()
                  .flatMap(x -> x.evidence().stream())
                  .filter(Evidence::counts)
                  .map(Evidence::article)
                  .distinct())
          .as(f.toString())
          .hasSize(1);
    }
  }

  /**
   * What a price fell to on one day is neither against an offer nor against another day's price.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Fjord Partners raised its offer for Norcoal to 61 crowns a share on Friday.",
        "Shares in Norcoal rose 9% to 61 crowns in Oslo on Friday, traders said.",
      })
  void whatAPriceMovedToDisputesNothing(String other) {
    Desk desk = new Desk();
    desk.arrive(
        Desk.article("a", "1", 0, "Shares in Norcoal fell 3% to 52 crowns in Oslo, traders said.")
            .build());
    desk.arrive(Desk.article("b", "1", 90, other).build());
    for (Fact f : desk.tick(91).facts()) {
      assertThat(f.status()).as(f.toString()).isNotIn(FactStatus.DISPUTED, FactStatus.SUPERSEDED);
    }
  }
}
