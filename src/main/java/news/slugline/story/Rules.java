package news.slugline.story;

import news.slugline.claim.value.Places;

/** The rules by which stories are kept, shared by all stories of a task; one thread. */
record Rules(
    Wording wording,
    TopicKeys keys,
    Joiner joiner,
    Stages stages,
    FactMaker facts,
    Sketches sketches) {
  static Rules standard() {
    Wording wording = Wording.english();
    Values values = new Values(Places.standard());
    Clash clash = new Clash(wording, values);
    Apart apart = new Apart(wording, clash.calendar());
    CountedState states = new CountedState(wording, clash);
    RunningCount running = new RunningCount(wording, values, clash, apart, states);
    Joiner joiner =
        new Joiner(
            wording, new Likeness(wording), new Retelling(wording), values, clash, apart, running);
    RivalTolls tolls = new RivalTolls(wording, values);
    Supersession supersession =
        new Supersession(
            wording,
            values,
            running,
            clash,
            tolls,
            Lists.of("change-words.tsv", "later"),
            Lists.of("change-words.tsv", "earlier"));
    return new Rules(
        wording,
        new TopicKeys(wording, states),
        joiner,
        new Stages(),
        new FactMaker(wording, values, supersession, clash, tolls, joiner),
        new Sketches(wording));
  }
}
