package dev.colophon.extract.page;

import dev.colophon.extract.CorpusPage;
import dev.colophon.quality.LabelledPage;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Trains the block model on labelled pages. Sites are dealt to five folds. For each fold a model is trained on the pages of
 * the others, so that each page can be scored by a model that has not seen its site; the model that is shipped is trained on
 * all. What a forest learns from is always the word of tables and forests that have not seen the page's site. The same pages
 * give the same models, byte for byte.
 */
public final class ModelTrainer {
    /** Parts that sites are dealt to. */
    public static final int FOLDS = 5;

    private static final int ALL = -1;
    private static final int MEASURES = 120;
    private static final int KEPT = 45;
    private static final int SITE_PAGES = 12;
    private static final ForestTrainer.Plan RANKING = new ForestTrainer.Plan(40, 6, 0.2f, 1);
    private static final ForestTrainer.Plan FIRST = new ForestTrainer.Plan(120, 6, 0.1f, 2);
    private static final ForestTrainer.Plan SECOND = new ForestTrainer.Plan(100, 5, 0.1f, 3);

    private final List<Example> examples;
    private final WordCounts words;

    private ModelTrainer(List<Example> examples) {
        this.examples = examples;
        this.words = new WordCounts(examples);
    }

    /**
     * What was trained.
     *
     * @param shipped on all pages
     * @param folds for each fold on the pages of the others
     * @param pages how many pages taught something
     * @param blocks how many blocks they have
     */
    public record Models(BlockModel shipped, List<BlockModel> folds, int pages, long blocks) {}

    /** Trains on these pages. Takes about 4 GB for 2,900 of them. */
    public static Models train(List<LabelledPage> pages) {
        ModelTrainer trainer = new ModelTrainer(examples(pages));
        Map<Integer, BlockModel> models = trainer.models();
        return new Models(
                models.get(ALL),
                IntStream.range(0, FOLDS).mapToObj(models::get).toList(),
                trainer.examples.size(),
                trainer.examples.stream().mapToLong(one -> one.rows().length).sum());
    }

    /** The fold of a site. */
    public static int fold(String site) {
        return Math.floorMod(site.hashCode() * 31 >>> 3, FOLDS);
    }

    private static List<Example> examples(List<LabelledPage> pages) {
        List<CorpusPage> seen = pages.parallelStream()
                .map(page -> CorpusPage.of(page.capture()))
                .toList();
        Map<String, SiteProfile> sites = sites(pages, seen);
        return IntStream.range(0, pages.size())
                .parallel()
                .filter(i -> teaches(pages.get(i), seen.get(i)))
                .mapToObj(i -> Example.of(
                        pages.get(i), seen.get(i), sites.get(pages.get(i).site())))
                .toList();
    }

    private static boolean teaches(LabelledPage page, CorpusPage seen) {
        boolean labelled = page.label().text() != null && !page.label().text().isBlank();
        return !seen.outline().blocks().isEmpty()
                && (labelled || !page.label().must().isEmpty());
    }

    /** What recurs on the corpus's pages of each site, as a job over the corpus would learn it. */
    private static Map<String, SiteProfile> sites(List<LabelledPage> pages, List<CorpusPage> seen) {
        Map<String, SiteSurvey> surveys = new LinkedHashMap<>();
        for (int i = 0; i < pages.size(); i++) {
            String url = pages.get(i).label().url();
            if (url != null) {
                surveys.computeIfAbsent(pages.get(i).site(), site -> new SiteSurvey(SITE_PAGES))
                        .add(PageSketch.of(seen.get(i).outline()).at(url));
            }
        }
        Map<String, SiteProfile> profiles = new HashMap<>();
        surveys.forEach((site, survey) -> put(profiles, site, survey.profile()));
        return profiles;
    }

    private static void put(Map<String, SiteProfile> profiles, String site, @Nullable SiteProfile profile) {
        if (profile != null) {
            profiles.put(site, profile);
        }
    }

    /** A model for each fold that has not seen it, and under {@link #ALL} one that has seen all. */
    private Map<Integer, BlockModel> models() {
        Map<Integer, FirstStage> alone = new HashMap<>();
        Map<Integer, FirstStage> pairs = new HashMap<>();
        List<Integer> lone = IntStream.range(ALL, FOLDS).boxed().toList();
        List<Integer> both = IntStream.range(0, FOLDS * FOLDS)
                .filter(pair -> pair / FOLDS < pair % FOLDS)
                .boxed()
                .toList();
        List<FirstStage> loneStages =
                lone.parallelStream().map(fold -> first(fold, fold)).toList();
        List<FirstStage> pairStages = both.parallelStream()
                .map(pair -> first(pair / FOLDS, pair % FOLDS))
                .toList();
        lone.forEach(fold -> alone.put(fold, loneStages.get(lone.indexOf(fold))));
        both.forEach(pair -> pairs.put(pair, pairStages.get(both.indexOf(pair))));
        List<BlockModel> models = lone.parallelStream()
                .map(fold -> second(fold, alone.get(fold), unseen(fold, alone, pairs)))
                .toList();
        Map<Integer, BlockModel> byFold = new HashMap<>();
        lone.forEach(fold -> byFold.put(fold, models.get(lone.indexOf(fold))));
        return byFold;
    }

    /** For each fold the first stage that has seen neither it nor the left-out fold. */
    private static Map<Integer, FirstStage> unseen(
            int leftOut, Map<Integer, FirstStage> alone, Map<Integer, FirstStage> pairs) {
        Map<Integer, FirstStage> stages = new HashMap<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            if (leftOut == ALL) {
                stages.put(fold, alone.get(fold));
            } else if (fold != leftOut) {
                stages.put(fold, pairs.get(Math.min(fold, leftOut) * FOLDS + Math.max(fold, leftOut)));
            }
        }
        return stages;
    }

    /** A first forest, the words that it knows and the measures that it looks at. */
    @SuppressWarnings("ArrayRecordComponent")
    private record FirstStage(WordOdds words, int[] measures, Forest forest) {
        float[][] rows(float[][] rows) {
            float[][] picked = new float[rows.length][];
            for (int i = 0; i < picked.length; i++) {
                picked[i] = pick(rows[i], measures);
            }
            return picked;
        }
    }

    private static float[] pick(float[] row, int[] columns) {
        float[] picked = new float[columns.length + PageOdds.ALL.size()];
        for (int i = 0; i < columns.length; i++) {
            picked[i] = row[columns[i]];
        }
        System.arraycopy(row, BlockFeatures.ALL.size(), picked, columns.length, PageOdds.ALL.size());
        return picked;
    }

    /** What words say to a page of a fold: what is known without that fold and those left out. */
    private WordOdds unseenWords(int fold, int leftOut, int alsoLeftOut) {
        return words.odds(other -> other != fold && other != leftOut && other != alsoLeftOut);
    }

    private FirstStage first(int leftOut, int alsoLeftOut) {
        ForestTrainer all = new ForestTrainer();
        for (int fold = 0; fold < FOLDS; fold++) {
            if (fold != leftOut && fold != alsoLeftOut) {
                WordOdds odds = unseenWords(fold, leftOut, alsoLeftOut);
                for (Example example : ofFold(fold)) {
                    float[][] rows = example.rows(odds);
                    for (int i : example.taken()) {
                        all.add(
                                rows[i],
                                example.labels().targets()[i],
                                example.labels().weights()[i]);
                    }
                }
            }
        }
        int[] measures = all.mostUseful(RANKING, MEASURES + PageOdds.ALL.size()).stream()
                .filter(i -> i < BlockFeatures.ALL.size())
                .limit(MEASURES)
                .mapToInt(i -> i)
                .toArray();
        Forest forest = all.map(row -> pick(row, measures)).train(FIRST);
        return new FirstStage(unseenWords(ALL, leftOut, alsoLeftOut), measures, forest);
    }

    private List<Example> ofFold(int fold) {
        return examples.stream().filter(one -> fold(one.site()) == fold).toList();
    }

    private BlockModel second(int leftOut, FirstStage first, Map<Integer, FirstStage> unseen) {
        int width = BlockFeatures.ALL.size() + PageOdds.ALL.size();
        ForestTrainer all = secondRows(leftOut, unseen);
        Map<Integer, Integer> places = new HashMap<>();
        for (int i = 0; i < first.measures().length; i++) {
            places.put(first.measures()[i], i);
        }
        for (int i = 0; i < PageOdds.ALL.size(); i++) {
            places.put(BlockFeatures.ALL.size() + i, first.measures().length + i);
        }
        int[] measures = all.mostUseful(RANKING, width).stream()
                .filter(places::containsKey)
                .limit(KEPT)
                .mapToInt(i -> i)
                .toArray();
        int[] columns = IntStream.concat(
                        IntStream.of(measures), IntStream.range(width, width + ContextFeatures.ALL.size()))
                .toArray();
        Forest forest = all.map(row -> columns(row, columns)).train(SECOND);
        List<String> names = IntStream.of(first.measures())
                .mapToObj(i -> BlockFeatures.ALL.get(i).name())
                .toList();
        int[] kept = IntStream.of(measures).map(places::get).toArray();
        List<String> context = ContextFeatures.ALL.stream().map(Feature::name).toList();
        return new BlockModel(first.words(), names, kept, context, first.forest(), forest);
    }

    private static float[] columns(float[] row, int[] columns) {
        float[] picked = new float[columns.length];
        for (int i = 0; i < columns.length; i++) {
            picked[i] = row[columns[i]];
        }
        return picked;
    }

    /** Every measure of the blocks that the first stage does not give up, and what it says of their surroundings. */
    private ForestTrainer secondRows(int leftOut, Map<Integer, FirstStage> unseen) {
        int[] everything = IntStream.range(0, BlockFeatures.ALL.size() + PageOdds.ALL.size())
                .toArray();
        ForestTrainer trainer = new ForestTrainer();
        for (Example example : examples) {
            int fold = fold(example.site());
            if (fold != leftOut) {
                FirstStage stage = unseen.get(fold);
                float[][] rows = example.rows(stage.words());
                float[] guessed = Rows.firstProbabilities(stage.forest(), stage.rows(rows));
                FirstGuess guess = new FirstGuess(example.page(), guessed);
                for (int i : example.taken()) {
                    if (guessed[i] >= BlockModel.GIVEN_UP) {
                        float[] row = Rows.secondRow(rows[i], everything, ContextFeatures.ALL, guess, i);
                        trainer.add(
                                row,
                                example.labels().targets()[i],
                                example.labels().weights()[i]);
                    }
                }
            }
        }
        return trainer;
    }
}
