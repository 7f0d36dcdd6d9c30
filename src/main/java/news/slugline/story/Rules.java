package news.slugline.story;

import news.slugline.claim.value.Places;

/** The rules by which stories are kept, shared by all stories of a task; one thread. */
record Rules(
    Wording wording,
    TopicKeys keys,
    Joiner joiner,
    Told told,
    Saying saying,
    Ranks ranks,
    Stages stages,
    FactMaker facts,
    Sketches sketches,
    SentenceCopies sentences,
    Rewrites rewrites) {
  static Rules of(Memory memory) {
    Wording wording = Wording.english(memory);
    Values values = new Values(Places.standard(), memory);
    Clash clash = new Clash(wording, values, memory);
    Apart apart = clash.apart();
    CountedState states = new CountedState(wording, clash, memory);
    RunningCount running = new RunningCount(wording, values, clash, apart, states, memory);
    Likeness likeness = new Likeness(wording, memory);
    Retelling retelling = new Retelling(wording, memory);
    Announced announced = new Announced(wording, memory);
    Opposites opposites = new Opposites(wording, memory);
    Told told = new Told(wording, retelling, values, clash, opposites);
    OtherWords others = new OtherWords(wording, clash, memory);
    Saying saying = new Saying(wording, likeness, told, clash, announced, opposites, others);
    SameText texts = new SameText(wording, likeness, apart, announced, opposites, others, memory);
    OwnNames names = new OwnNames(wording, clash, memory);
    GrowingToll growing = new GrowingToll(wording, values, clash, apart, names);
    SameMeasure measures =
        new SameMeasure(wording, values, clash, retelling, states, names, memory);
    Joiner joiner =
        new Joiner(
            wording,
            retelling,
            values,
            clash,
            running,
            told,
            saying,
            texts,
            growing,
            measures,
            new OnlyNumber(wording, values, apart, retelling, states, measures, names),
            opposites,
            names);
    SentenceCopies sentences = new SentenceCopies(wording, memory);
    Rewrites rewrites = new Rewrites(wording, memory);
    RivalTolls tolls = new RivalTolls(wording, values);
    Supersession supersession =
        new Supersession(
            wording,
            values,
            running,
            clash,
            tolls,
            new FollowUp(wording, clash),
            growing,
            Lists.of("change-words.tsv", "later"),
            Lists.of("change-words.tsv", "earlier"),
            memory);
    return new Rules(
        wording,
        new TopicKeys(wording, states, measures, memory),
        joiner,
        told,
        saying,
        new Ranks(memory),
        new Stages(),
        new FactMaker(
            wording, values, supersession, clash, tolls, joiner, told, sentences, rewrites),
        new Sketches(wording),
        sentences,
        rewrites);
  }
}
