package dev.colophon.extract.page;

import dev.colophon.extract.CorpusPage;
import dev.colophon.quality.LabelledPage;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Trains the block model on a labelled corpus: {@code ModelTrainer CORPUS MODEL FOLDS}. Sites are dealt to five folds. For
 * each fold a model is trained on the pages of the others and written to the folder FOLDS, so that each page can be scored
 * by a model that has not seen its site; then the model that is shipped is trained on all and written to MODEL. What the
 * second forest learns from is always the word of a first one that has not seen the page's site.
 */
final class ModelTrainer {
    /** Parts that sites are dealt to. */
    static final int FOLDS = 5;

    private static final int ALL = -1;
    private static final int MEASURES = 120;
    private static final int KEPT = 45;
    private static final int SITE_PAGES = 12;
    private static final ForestTrainer.Plan RANKING = new ForestTrainer.Plan(40, 6, 0.2f);
    private static final ForestTrainer.Plan FIRST = new ForestTrainer.Plan(120, 6, 0.1f);
    private static final ForestTrainer.Plan SECOND = new ForestTrainer.Plan(100, 5, 0.1f);

    private final List<Example> examples;

    private ModelTrainer(List<Example> examples) {
        this.examples = examples;
    }

    public static void main(String[] args) throws IOException {
        List<LabelledPage> pages = LabelledPage.of(Path.of(args[0]), Set.of());
        ModelTrainer trainer = new ModelTrainer(examples(pages));
        Path folds = Files.createDirectories(Path.of(args[2]));
        Map<Integer, BlockModel> models = trainer.models();
        for (int fold = 0; fold < FOLDS; fold++) {
            write(models.get(fold), folds.resolve("fold-" + fold + ".model"));
        }
        write(models.get(ALL), Path.of(args[1]));
        Map<String, Integer> sites = new TreeMap<>();
        pages.forEach(page -> sites.put(page.site(), fold(page.site())));
        Files.writeString(
                folds.resolve("folds.tsv"),
                sites.entrySet().stream()
                        .map(site -> site.getKey() + "\t" + site.getValue() + "\n")
                        .collect(Collectors.joining()),
                StandardCharsets.UTF_8);
        System.out.println("trained on " + trainer.examples.size() + " pages; "
                + Files.size(Path.of(args[1])) + " bytes");
    }

    private static void write(BlockModel model, Path file) throws IOException {
        try (OutputStream stream = Files.newOutputStream(file);
                DataOutputStream out = new DataOutputStream(stream)) {
            model.write(out);
        }
    }

    /** The fold of a site. */
    static int fold(String site) {
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
        return !seen.outline().blocks().isEmpty() && (labelled || !page.label().must().isEmpty());
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

    /** A first forest and the measures that it looks at. */
    @SuppressWarnings("ArrayRecordComponent")
    private record FirstStage(int[] measures, Forest forest) {
        float[][] rows(Example example) {
            float[][] rows = new float[example.rows().length][];
            for (int i = 0; i < rows.length; i++) {
                rows[i] = pick(example.rows()[i], measures);
            }
            return rows;
        }
    }

    private static float[] pick(float[] row, int[] columns) {
        float[] picked = new float[columns.length];
        for (int i = 0; i < columns.length; i++) {
            picked[i] = row[columns[i]];
        }
        return picked;
    }

    private FirstStage first(int leftOut, int alsoLeftOut) {
        IntPredicate learnt = fold -> fold != leftOut && fold != alsoLeftOut;
        int[] everything = IntStream.range(0, BlockFeatures.ALL.size()).toArray();
        int[] measures = firstRows(learnt, everything).mostUseful(RANKING, MEASURES).stream()
                .mapToInt(i -> i)
                .toArray();
        return new FirstStage(measures, firstRows(learnt, measures).train(FIRST));
    }

    private ForestTrainer firstRows(IntPredicate learnt, int[] measures) {
        ForestTrainer trainer = new ForestTrainer();
        for (Example example : examples) {
            if (learnt.test(fold(example.site()))) {
                for (int i : example.taken()) {
                    float[] row = pick(example.rows()[i], measures);
                    trainer.add(row, example.labels().targets()[i], example.labels().weights()[i]);
                }
            }
        }
        return trainer;
    }

    private BlockModel second(int leftOut, FirstStage first, Map<Integer, FirstStage> unseen) {
        int[] everything = IntStream.range(0, BlockFeatures.ALL.size()).toArray();
        List<Integer> ranked = secondRows(leftOut, everything, unseen).mostUseful(RANKING, everything.length);
        Map<Integer, Integer> places = new HashMap<>();
        for (int i = 0; i < first.measures().length; i++) {
            places.put(first.measures()[i], i);
        }
        int[] measures = ranked.stream()
                .filter(places::containsKey)
                .limit(KEPT)
                .mapToInt(i -> i)
                .toArray();
        Forest forest = secondRows(leftOut, measures, unseen).train(SECOND);
        List<String> names = IntStream.of(first.measures())
                .mapToObj(i -> BlockFeatures.ALL.get(i).name())
                .toList();
        int[] kept = IntStream.of(measures).map(places::get).toArray();
        List<String> context = ContextFeatures.ALL.stream().map(Feature::name).toList();
        return new BlockModel(names, kept, context, first.forest(), forest);
    }

    private ForestTrainer secondRows(int leftOut, int[] measures, Map<Integer, FirstStage> unseen) {
        ForestTrainer trainer = new ForestTrainer();
        for (Example example : examples) {
            int fold = fold(example.site());
            if (fold != leftOut) {
                FirstStage stage = unseen.get(fold);
                float[] guessed = BlockModel.firstProbabilities(stage.forest(), stage.rows(example));
                FirstGuess guess = new FirstGuess(example.page(), guessed);
                for (int i : example.taken()) {
                    if (guessed[i] >= BlockModel.GIVEN_UP) {
                        float[] row = BlockModel.secondRow(
                                example.rows()[i], measures, ContextFeatures.ALL, guess, i);
                        trainer.add(row, example.labels().targets()[i], example.labels().weights()[i]);
                    }
                }
            }
        }
        return trainer;
    }
}
