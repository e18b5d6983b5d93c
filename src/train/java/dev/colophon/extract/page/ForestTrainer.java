package dev.colophon.extract.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** Trains forests with XGBoost, on one thread and with fixed seeds, so that the same rows give the same trees. */
final class ForestTrainer {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final int SEED = 7;

    private final List<float[]> rows = new ArrayList<>();
    private final List<Float> targets = new ArrayList<>();
    private final List<Float> weights = new ArrayList<>();

    /**
     * How to train.
     *
     * @param trees how many
     * @param depth decisions on the longest way through a tree
     * @param rate how much each tree counts
     * @param times how often, each with another seed; what they say is averaged, so that less of it is chance (Breiman,
     *     "Bagging Predictors", 1996)
     */
    record Plan(int trees, int depth, float rate, int times) {}

    void add(float[] row, float target, float weight) {
        rows.add(row);
        targets.add(target);
        weights.add(weight);
    }

    /** The same rows made narrower. */
    ForestTrainer map(UnaryOperator<float[]> narrower) {
        ForestTrainer mapped = new ForestTrainer();
        for (int i = 0; i < rows.size(); i++) {
            mapped.add(narrower.apply(rows.get(i)), targets.get(i), weights.get(i));
        }
        return mapped;
    }

    Forest train(Plan plan) {
        try {
            List<JsonNode> trees = new ArrayList<>();
            for (int i = 0; i < plan.times(); i++) {
                Booster booster = boost(plan, SEED + i);
                byte[] model = booster.toByteArray("json");
                booster.dispose();
                JSON.readTree(model).at("/learner/gradient_booster/model/trees").forEach(trees::add);
            }
            return forest(trees, plan.times());
        } catch (XGBoostError fault) {
            throw new IllegalStateException("training failed", fault);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** The measures that gain most, best first. */
    List<Integer> mostUseful(Plan plan, int most) {
        try {
            Booster booster = boost(plan, SEED);
            String[] names = new String[rows.get(0).length];
            for (int i = 0; i < names.length; i++) {
                names[i] = String.valueOf(i);
            }
            Map<String, Double> gains = new HashMap<>(booster.getScore(names, "total_gain"));
            booster.dispose();
            return gains.entrySet().stream()
                    .sorted(Map.Entry.<String, Double>comparingByValue()
                            .reversed()
                            .thenComparing(entry -> Integer.valueOf(entry.getKey())))
                    .limit(most)
                    .map(entry -> Integer.valueOf(entry.getKey()))
                    .toList();
        } catch (XGBoostError fault) {
            throw new IllegalStateException("training failed", fault);
        }
    }

    private Booster boost(Plan plan, int seed) throws XGBoostError {
        int width = rows.get(0).length;
        float[] data = new float[rows.size() * width];
        float[] labels = new float[rows.size()];
        float[] importance = new float[rows.size()];
        for (int i = 0; i < labels.length; i++) {
            System.arraycopy(rows.get(i), 0, data, i * width, width);
            labels[i] = targets.get(i);
            importance[i] = weights.get(i);
        }
        DMatrix matrix = new DMatrix(data, labels.length, width, Float.NaN);
        matrix.setLabel(labels);
        matrix.setWeight(importance);
        Booster booster = XGBoost.train(matrix, parameters(plan, seed), plan.trees(), new HashMap<>(), null, null);
        matrix.dispose();
        return booster;
    }

    private static Map<String, Object> parameters(Plan plan, int seed) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("objective", "binary:logistic");
        parameters.put("base_score", 0.5);
        parameters.put("tree_method", "hist");
        parameters.put("max_bin", 64);
        parameters.put("max_depth", plan.depth());
        parameters.put("eta", plan.rate());
        parameters.put("subsample", 0.7);
        parameters.put("colsample_bytree", 0.4);
        parameters.put("min_child_weight", 3);
        parameters.put("lambda", 3);
        parameters.put("seed", seed);
        parameters.put("nthread", 1);
        return parameters;
    }

    /** The trees of XGBoost's JSON models, children side by side, each with its part of what all say. */
    private static Forest forest(List<JsonNode> trees, int times) {
        List<int[]> nodes = new ArrayList<>();
        List<Float> values = new ArrayList<>();
        int[] roots = new int[trees.size()];
        for (int t = 0; t < roots.length; t++) {
            roots[t] = nodes.size();
            nodes.add(new int[2]);
            values.add(0f);
            add(trees.get(t), 0, roots[t], nodes, values);
        }
        short[] features = new short[nodes.size()];
        int[] children = new int[nodes.size()];
        float[] flat = new float[nodes.size()];
        for (int i = 0; i < flat.length; i++) {
            features[i] = (short) nodes.get(i)[0];
            children[i] = nodes.get(i)[1];
            flat[i] = features[i] < 0 ? values.get(i) / times : values.get(i);
        }
        return new Forest(roots, features, flat, children);
    }

    private static void add(JsonNode tree, int from, int to, List<int[]> nodes, List<Float> values) {
        int left = tree.get("left_children").get(from).asInt();
        values.set(to, (float) tree.get("split_conditions").get(from).asDouble());
        if (left < 0) {
            nodes.get(to)[0] = -1;
            return;
        }
        int children = nodes.size();
        nodes.get(to)[0] = tree.get("split_indices").get(from).asInt();
        nodes.get(to)[1] = children;
        for (int i = 0; i < 2; i++) {
            nodes.add(new int[2]);
            values.add(0f);
        }
        add(tree, left, children, nodes, values);
        add(tree, tree.get("right_children").get(from).asInt(), children + 1, nodes, values);
    }
}
