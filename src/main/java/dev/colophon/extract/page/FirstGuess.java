package dev.colophon.extract.page;

/** A page whose blocks each have a first probability of being text, and sums over them. Not thread-safe. */
final class FirstGuess {
    private static final float LIKELY = 0.6f;
    private static final int LONG = 40;
    private static final int FAR = 100;

    private final PageMeasures page;
    private final float[] probabilities;
    private final float[] masses;
    private final float[] groupMasses;
    private final int first;
    private final int last;
    private final int[] gapsBefore;
    private final int[] gapsAfter;

    FirstGuess(PageMeasures page, float[] probabilities) {
        this.page = page;
        this.probabilities = probabilities;
        int n = page.size();
        this.masses = new float[n + 1];
        this.groupMasses = new float[n];
        int from = -1;
        int to = -1;
        for (int i = 0; i < n; i++) {
            float mass = probabilities[i] * (page.block(i).weight() + 5);
            masses[i + 1] = masses[i] + mass;
            groupMasses[page.groups[i]] += mass;
            if (probabilities[i] > LIKELY && page.block(i).weight() > LONG) {
                from = from < 0 ? i : from;
                to = i;
            }
        }
        this.first = from;
        this.last = to;
        this.gapsBefore = new int[n];
        this.gapsAfter = new int[n];
        int since = FAR * 10;
        for (int i = 0; i < n; i++) {
            gapsBefore[i] = since;
            since = strong(i) ? 0 : since + page.block(i).weight() + 5;
        }
        since = FAR * 10;
        for (int i = n - 1; i >= 0; i--) {
            gapsAfter[i] = since;
            since = strong(i) ? 0 : since + page.block(i).weight() + 5;
        }
    }

    private boolean strong(int i) {
        return probabilities[i] > 0.5f && page.block(i).weight() > LONG;
    }

    PageMeasures page() {
        return page;
    }

    float probability(int i) {
        return i < 0 || i >= probabilities.length ? -0.1f : probabilities[i];
    }

    float mean(Area area) {
        float weight = Sums.over(page.weights, area) + 5f * (area.end() - area.first());
        return weight == 0 ? 0 : (masses[area.end()] - masses[area.first()]) / weight;
    }

    float share(Area area) {
        return (masses[area.end()] - masses[area.first()]) / Math.max(1, total());
    }

    float groupMean(int i) {
        PageMeasures.Group group = page.group(i);
        float own = probabilities[i] * (page.block(i).weight() + 5);
        float weight = group.weight + 5f * group.blocks - page.block(i).weight() - 5;
        return weight <= 0 ? -1 : (groupMasses[page.groups[i]] - own) / weight;
    }

    float groupShare(int i) {
        return groupMasses[page.groups[i]] / Math.max(1, total());
    }

    float passed(int i) {
        return masses[i] / Math.max(1, total());
    }

    float total() {
        return masses[probabilities.length];
    }

    float fromFirst(int i) {
        return first < 0 ? -2 * FAR : Math.max(-FAR, Math.min(FAR, i - first));
    }

    float fromLast(int i) {
        return last < 0 ? -2 * FAR : Math.max(-FAR, Math.min(FAR, i - last));
    }

    float strongest(int from, int to) {
        float best = 0;
        for (int i = Math.max(0, from); i < Math.min(to, probabilities.length); i++) {
            best = Math.max(best, probabilities[i] * Math.min(1, page.block(i).weight() / 50f));
        }
        return best;
    }

    float massBetween(int from, int to) {
        int start = Math.max(0, Math.min(from, probabilities.length));
        int end = Math.max(0, Math.min(to, probabilities.length));
        return start >= end ? 0 : (masses[end] - masses[start]) / Math.max(1, total());
    }

    float gapBefore(int i) {
        return Math.min(gapsBefore[i], FAR * 20);
    }

    float gapAfter(int i) {
        return Math.min(gapsAfter[i], FAR * 20);
    }

    float articleShare(int i) {
        int article = page.article(i);
        return article < 0 ? -1 : share(page.areas.get(article));
    }
}
