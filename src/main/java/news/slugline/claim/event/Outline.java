package news.slugline.claim.event;

import java.util.List;
import news.slugline.claim.Participant;

/**
 * What a clause tells of the event that it names.
 *
 * @param undated whether the day of the clause is not the event's: "jailed on Monday for theft"
 */
record Outline(Fate fate, List<Participant> who, boolean undated) {}
