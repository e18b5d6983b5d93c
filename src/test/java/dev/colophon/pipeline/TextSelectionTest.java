package dev.colophon.pipeline;

import static dev.colophon.model.BlockKind.BODY;
import static dev.colophon.model.BlockKind.BYLINE;
import static dev.colophon.model.BlockKind.CAPTION;
import static dev.colophon.model.BlockKind.COMMENT;
import static dev.colophon.model.BlockKind.FURNITURE;
import static dev.colophon.model.BlockKind.RELATED;
import static dev.colophon.model.BlockKind.TITLE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colophon.model.Block;
import dev.colophon.model.BlockKind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextSelectionTest {
    private static final TextSelection CAPTIONS = new TextSelection(true, false);
    private static final TextSelection ALL = new TextSelection(true, true);

    /** Blocks named by their place: the first is {@code 0}. */
    private static List<Block> page(BlockKind... kinds) {
        List<Block> blocks = new ArrayList<>();
        for (BlockKind kind : kinds) {
            blocks.add(new Block(kind, Integer.toString(blocks.size())));
        }
        return blocks;
    }

    private static String[] chosen(TextSelection selection, BlockKind... kinds) {
        return selection.text(page(kinds)).split("\n\n");
    }

    @Test
    void theBodyAloneIsTheTextUnlessMoreIsWanted() {
        assertThat(chosen(TextSelection.BODY, TITLE, CAPTION, BODY, CAPTION, BODY, COMMENT))
                .containsExactly("2", "4");
    }

    @Test
    void captionsStandWhereThePageShowsThem() {
        assertThat(chosen(CAPTIONS, TITLE, BODY, CAPTION, BODY, FURNITURE, CAPTION, FURNITURE, BODY))
                .containsExactly("1", "2", "3", "5", "7");
    }

    @Test
    void figuresAboveAndBelowTheTextBelongToIt() {
        assertThat(chosen(CAPTIONS, FURNITURE, CAPTION, TITLE, BYLINE, BODY, BODY, CAPTION, RELATED))
                .containsExactly("1", "4", "5", "6");
        assertThat(chosen(CAPTIONS, TITLE, CAPTION, BYLINE, FURNITURE, BODY)).containsExactly("1", "4");
    }

    @Test
    void captionsOfTeasersAboveAndBelowDoNot() {
        assertThat(chosen(CAPTIONS, CAPTION, RELATED, TITLE, BODY, BODY, RELATED, CAPTION, RELATED))
                .containsExactly("3", "4");
        assertThat(chosen(CAPTIONS, CAPTION, FURNITURE, BODY, FURNITURE, CAPTION))
                .containsExactly("2");
    }

    @Test
    void captionsBetweenTwoLinksInTheMiddleOfTheTextDoNot() {
        assertThat(chosen(CAPTIONS, BODY, RELATED, CAPTION, CAPTION, RELATED, BODY, CAPTION, RELATED, BODY))
                .containsExactly("0", "5", "6", "8");
    }

    @Test
    void commentsFollowTheTextWhereverTheyStand() {
        assertThat(chosen(ALL, COMMENT, BODY, CAPTION, BODY, COMMENT, CAPTION, COMMENT))
                .containsExactly("1", "2", "3", "0", "4", "6");
        assertThat(chosen(new TextSelection(false, true), BODY, CAPTION, BODY, COMMENT))
                .containsExactly("0", "2", "3");
    }

    @Test
    void documentsWithoutCaptionsAndCommentsAreTheSameUnderEverySelection() {
        assertThat(chosen(ALL, TITLE, BYLINE, BODY, FURNITURE, BODY))
                .isEqualTo(chosen(TextSelection.BODY, TITLE, BYLINE, BODY, FURNITURE, BODY));
    }

    @Test
    void withoutABodyThereAreNoCaptions() {
        assertThat(CAPTIONS.text(page(TITLE, CAPTION, RELATED))).isEmpty();
        assertThat(ALL.text(page(CAPTION, COMMENT))).isEqualTo("1");
        assertThat(ALL.text(List.of())).isEmpty();
    }
}
