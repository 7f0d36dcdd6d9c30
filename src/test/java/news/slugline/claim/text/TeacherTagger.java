package news.slugline.claim.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import opennlp.tools.ml.BeamSearch;
import opennlp.tools.ml.model.MaxentModel;
import opennlp.tools.postag.POSContextGenerator;
import opennlp.tools.postag.POSModel;
import opennlp.tools.util.SequenceValidator;

/**
 * Universal part-of-speech tags by Apache OpenNLP's English model. The model is read once; the
 * tagger itself keeps a cache and so belongs to one thread. A beam of one: wider ones were measured
 * to change next to no tag and cost most of the time.
 */
final class TeacherTagger {
  private static final String MODEL = "/opennlp-en-ud-ewt-pos-1.3-2.5.4.bin";
  private static final ThreadLocal<TeacherTagger> OF_THREAD =
      ThreadLocal.withInitial(TeacherTagger::new);

  private final BeamSearch search;
  private final POSContextGenerator context;
  private final SequenceValidator<String> validator;

  private TeacherTagger() {
    MaxentModel maxent = Model.POS.getArtifact("pos.model");
    search = new BeamSearch(1, maxent);
    context = Model.POS.getFactory().getPOSContextGenerator(0);
    validator = Model.POS.getFactory().getSequenceValidator();
  }

  static TeacherTagger ofThread() {
    return OF_THREAD.get();
  }

  /** A tag a word. */
  String[] tag(String[] words) {
    List<String> out = search.bestSequence(words, new Object[0], context, validator).getOutcomes();
    return out.toArray(new String[0]);
  }

  private static final class Model {
    static final POSModel POS = load();

    private static POSModel load() {
      try (InputStream in = TeacherTagger.class.getResourceAsStream(MODEL)) {
        if (in == null) {
          throw new IllegalStateException("no tagger model on the class path: " + MODEL);
        }
        return new POSModel(in);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
