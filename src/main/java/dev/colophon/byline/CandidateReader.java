package dev.colophon.byline;

import com.ibm.icu.lang.UCharacter;
import dev.colophon.byline.BylineGrammar.Style;
import dev.colophon.byline.Lexicon.Form;
import dev.colophon.model.ClaimSource;
import dev.colophon.model.ContributorKind;
import dev.colophon.model.DocumentContext;
import dev.colophon.model.NameClaim;
import dev.colophon.model.Region;
import dev.colophon.model.Role;
import dev.colophon.text.NameFolding;
import dev.colophon.text.Spaces;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the names of claims and refuses what cannot be a contributor, each with its reason. */
final class CandidateReader {
    private static final Set<String> ACCOUNTS = Set.of("admin", "administrator", "webmaster", "superuser");

    private final SiteIdentity site;
    private final String title;

    CandidateReader(DocumentContext context) {
        this.site = SiteIdentity.of(context);
        this.title = context.title() == null ? "" : NameFolding.fold(context.title());
    }

    /** Every candidate of the claims, in their order. */
    List<Candidate> read(List<NameClaim> claims) {
        List<Candidate> out = new ArrayList<>();
        for (NameClaim claim : claims) {
            out.addAll(read(claim));
        }
        Set<Role> listed = Doubts.listed(out);
        Set<String> groups = out.stream()
                .filter(one -> isGroup(one.claim()) && one.kind() == ContributorKind.ORGANISATION)
                .map(Candidate::folded)
                // Systems that write "Organization" for whoever writes are many.
                .filter(name -> name.indexOf(' ') < 0 || !GivenNames.contains(name.substring(0, name.indexOf(' '))))
                .collect(Collectors.toSet());
        return listed.isEmpty() && groups.isEmpty()
                ? out
                : out.stream()
                        .map(one -> one.claim().kind() == null && groups.contains(one.folded())
                                ? one.asOrganisation()
                                : one)
                        .map(one -> Doubts.isListed(one, listed) ? one.refuse("listed") : one)
                        .toList();
    }

    private List<Candidate> read(NameClaim claim) {
        Role role = claim.role() == null ? Role.AUTHOR : claim.role();
        String unreadable = unreadable(BylineGrammar.bounded(claim.raw()));
        if (unreadable != null) {
            return List.of(Candidate.refused(claim, null, role, unreadable));
        }
        boolean running = claim.role() == null || (Trust.isVisible(claim) && isLong(claim.raw()));
        List<Mention> mentions = isGroup(claim) || isAccount(claim)
                ? List.of(whole(claim))
                : BylineGrammar.read(claim.raw(), running ? Style.TEXT : Style.FIELD, site);
        if (mentions.isEmpty()) {
            return List.of(Candidate.refused(claim, null, role, "no-name"));
        }
        if (mentions.size() == 1) {
            return List.of(judge(claim, role, withoutIntroduction(claim, mentions.get(0))));
        }
        return mentions.stream().map(mention -> judge(claim, role, mention)).toList();
    }

    /** Why the text as a whole is no name; null where it may be one. */
    private static @Nullable String unreadable(String raw) {
        String text = Spaces.collapse(raw);
        boolean oneWord = text.indexOf(' ') < 0;
        if (oneWord
                && (text.contains("://") || text.startsWith("www.") || text.startsWith("/") || text.startsWith("//"))) {
            return "url";
        }
        if (oneWord && text.indexOf('@') > 0) {
            return "e-mail";
        }
        if (text.startsWith(",")) {
            return "empty-name";
        }
        if (text.codePoints().noneMatch(UCharacter::isLetter)) {
            return "no-letters";
        }
        return Lexicon.NOBODY.contains(NameFolding.fold(text)) ? "nobody" : null;
    }

    private static boolean isLong(String raw) {
        return raw.strip().chars().filter(Spaces::isSpace).limit(3).count() > 2 || raw.indexOf('\n') >= 0;
    }

    /** A structured name that its place calls a group is not taken apart. */
    private static boolean isGroup(NameClaim claim) {
        return !Trust.isVisible(claim)
                && claim.kind() != null
                && claim.kind() != ContributorKind.PERSON
                && claim.raw().length() <= 120
                && claim.raw().indexOf(',') < 0;
    }

    /** The name of an account, in which digits and marks count. */
    private static boolean isAccount(NameClaim claim) {
        return Trust.isStarter(claim) && claim.raw().indexOf(' ') < 0;
    }

    private static Mention whole(NameClaim claim) {
        String name = NameForm.tidy(claim.raw());
        return new Mention(null, name, name);
    }

    /** {@code von Marianne}, where a visible byline names nobody else: nobody signs with a family name alone. */
    private static Mention withoutIntroduction(NameClaim claim, Mention mention) {
        String name = mention.name();
        int space = name.indexOf(' ');
        boolean introduced = space > 0
                && name.indexOf(' ', space + 1) < 0
                && Trust.isVisible(claim)
                && Letters.startsSmall(name)
                && Letters.startsCapital(name.substring(space + 1))
                && Lexicon.roles(Form.BY).contains(NameFolding.fold(name.substring(0, space)))
                && !Lexicon.MONTH.contains(NameFolding.fold(name.substring(space + 1)));
        return introduced ? new Mention(mention.role(), name.substring(space + 1), name.substring(space + 1)) : mention;
    }

    private Candidate judge(NameClaim claim, Role role, Mention mention) {
        Role said = mention.role() == null ? role : mention.role();
        String refusal = refusal(claim, mention);
        if (refusal != null) {
            return Candidate.refused(claim, mention, said, refusal);
        }
        ContributorKind kind = Kinds.of(mention.name(), claim.kind(), site);
        String doubt = Doubts.refusal(claim, mention, said, kind);
        if (doubt != null) {
            return Candidate.refused(claim, mention, said, doubt);
        }
        boolean outlet = kind == ContributorKind.PERSON && claim.kind() == null && isOutlet(mention.name(), said);
        return Candidate.accepted(claim, mention, said, outlet ? ContributorKind.ORGANISATION : kind);
    }

    /** Whether a source is a publication or a body, as most are: all but people whose given name is known. */
    private static boolean isOutlet(String name, Role role) {
        return role == Role.AGENCY
                && (Letters.isEastAsian(name.codePointAt(0)) || !GivenNames.contains(NameFolding.fold(name)));
    }

    /** Whether a link or a button is what the page shows there: {@code Request Demo}, {@code Find a Doctor}. */
    private static boolean beginsLikeControl(NameClaim claim, String folded) {
        int space = folded.indexOf(' ');
        String first = space < 0 ? folded : folded.substring(0, space);
        return Trust.isVisible(claim) && Lexicon.CONTROL.contains(first);
    }

    /** Accounts of whoever runs the site: {@code Gazette Admin}, {@code wpadmin}. */
    private static boolean isOfAdministrator(String folded) {
        int last = folded.lastIndexOf(' ') + 1;
        return last > 0 ? ACCOUNTS.contains(folded.substring(last)) : folded.endsWith("admin");
    }

    private @Nullable String refusal(NameClaim claim, Mention mention) {
        String region = switch (claim.region()) {
            case RELATED -> "related-region";
            case OTHER_ARTICLES -> "other-articles";
            case COMMENT -> "comment-region";
            case FURNITURE -> "furniture-region";
            case HEAD, ARTICLE_HEADER, ARTICLE_BODY, ARTICLE_FOOTER, CAPTION, UNKNOWN -> null;
        };
        if (region != null) {
            return region;
        }
        if (claim.source() == ClaimSource.TEXT && claim.region() == Region.ARTICLE_BODY && mention.role() == null) {
            return "no-role-in-body";
        }
        String folded = NameFolding.fold(mention.name());
        if (beginsLikeControl(claim, folded)) {
            return "control";
        }
        if (folded.isEmpty() || Lexicon.NOBODY.contains(folded) || isOfAdministrator(folded)) {
            return "nobody";
        }
        if (EastAsianNames.isSentence(mention.name()) && !Kinds.isGroup(Tokens.of(mention.name()))) {
            return "sentence";
        }
        if (Trust.isAlone(claim) && isInTitle(folded.substring(folded.lastIndexOf(' ') + 1))) {
            return "in-title";
        }
        return folded.equals(title) ? "title" : null;
    }

    /** Whether the title speaks of somebody; scripts without spaces do not part the name from other words. */
    private boolean isInTitle(String name) {
        return Letters.isUnspaced(name.codePointAt(0)) ? title.contains(name) : SameName.holds(title, name);
    }
}
