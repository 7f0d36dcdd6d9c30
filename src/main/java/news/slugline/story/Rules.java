package news.slugline.story;

import news.slugline.claim.value.Places;

/** The rules by which stories are kept, shared by all stories of a task; one thread. */
record Rules(
    Wording wording,
    TopicKeys keys,
    Joiner joiner,
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
    Joiner joiner =
        new Joiner(
            wording,
            new Likeness(wording, memory),
            new Retelling(wording, memory),
            values,
            clash,
            apart,
            running,
            memory);
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
            new GrowingToll(wording, clash, apart),
            Lists.of("change-words.tsv", "later"),
            Lists.of("change-words.tsv", "earlier"),
            memory);
    return new Rules(
        wording,
        new TopicKeys(wording, states, memory),
        joiner,
        new Stages(),
        new FactMaker(wording, values, supersession, clash, tolls, joiner, sentences, rewrites),
        new Sketches(wording),
        sentences,
        rewrites);
  }
}
