package dev.colophon.extract.title;

import dev.colophon.extract.page.PageHead;
import dev.colophon.extract.page.TextMatch;
import dev.colophon.text.NormalForm;
import dev.colophon.text.Spaces;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** What a page says that it is called, the most trusted first: titles for sharing, structured data, the window's title. */
public final class StatedTitles {
    private static final int MOST = 40;

    private final SiteNames site;
    private final Set<String> raw = new LinkedHashSet<>();
    private final String window;

    private StatedTitles(SiteNames site, String window) {
        this.site = site;
        this.window = window;
    }

    /** What the head says. Pages with a broken head have its elements in the body. */
    public static StatedTitles of(PageHead head, SiteNames site) {
        StatedTitles titles = new StatedTitles(site, window(head.page()));
        for (Element meta : head.metas()) {
            String name = PageHead.key(meta);
            if (name.equals("og:title") || name.equals("twitter:title")) {
                titles.add(meta.attr("content"));
            }
        }
        titles.add(titles.window);
        return titles;
    }

    private static String window(Document page) {
        String title = tidy(page.title());
        if (!title.isEmpty()) {
            return title;
        }
        for (Element element : page.getElementsByTag("title")) {
            if (element.closest("svg") == null && !Spaces.isBlank(element.text())) {
                return tidy(element.text());
            }
        }
        return "";
    }

    private void add(String title) {
        String tidy = tidy(title);
        if (!tidy.isEmpty() && raw.size() < MOST) {
            raw.add(tidy);
        }
    }

    private static String tidy(String title) {
        return NormalForm.NFC.of(Spaces.collapse(title));
    }

    /** The window's title; empty where there is none. */
    public String window() {
        return window;
    }

    /** What the site is called. */
    SiteNames site() {
        return site;
    }

    /** These titles with others, which are trusted more. */
    public StatedTitles with(List<String> more) {
        StatedTitles all = new StatedTitles(site, window);
        more.forEach(all::add);
        raw.forEach(all::add);
        return all;
    }

    /** As they stand, names of the site included. */
    public List<String> raw() {
        return List.copyOf(raw);
    }

    /** Without what names the site or a section; {@code shown} are headings, which go without. */
    public List<String> alone(Collection<String> shown) {
        Set<String> others = new HashSet<>();
        shown.forEach(title -> others.add(TextMatch.fold(title)));
        raw.forEach(title -> others.add(TextMatch.fold(title)));
        Set<String> whole = new HashSet<>();
        raw.forEach(title -> whole.add(TextMatch.fold(TitleText.withoutSite(title, site))));
        Set<String> alone = new LinkedHashSet<>();
        raw.forEach(title -> alone.add(TitleText.alone(title, site, others, whole)));
        return List.copyOf(alone);
    }

    /**
     * The title that most statements agree on, the most trusted of them; null where nothing is stated. Structured data
     * that describes another thing than the page agrees with nothing.
     */
    public @Nullable String best(Collection<String> shown) {
        String best = null;
        int most = Integer.MIN_VALUE;
        for (String title : alone(shown)) {
            boolean named = site.match(title) || title.codePoints().noneMatch(Character::isLetter);
            int votes = votes(title, shown) - (named ? 2 : 0);
            if (votes > most) {
                best = title;
                most = votes;
            }
        }
        return best;
    }

    private int votes(String title, Collection<String> shown) {
        String folded = TextMatch.fold(title);
        long stated = raw.stream().filter(other -> holds(other, folded)).count();
        long seen = shown.stream().map(TextMatch::fold).filter(folded::equals).count();
        // Being part of the window's title is what tells the page's own name from names of things on it.
        return (int) Math.min(stated + seen, 2) + (holds(window, folded) ? 1 : 0);
    }

    /**
     * Whether the window's title is the heading beside the best title: the heading then names the site or a section, and
     * what is shared is the page's own title.
     */
    boolean isBeside(String heading, String best) {
        String whole = TextMatch.fold(window);
        String named = TextMatch.fold(heading);
        String own = TextMatch.fold(best);
        return whole.equals(named + " " + own) || whole.equals(own + " " + named);
    }

    private static boolean holds(String title, String folded) {
        return (" " + TextMatch.fold(title) + " ").contains(" " + folded + " ");
    }
}
