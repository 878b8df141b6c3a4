package dev.confluencekit.markup.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DocumentTest {
    @Test
    void nodes_come_in_the_order_of_reading() {
        Document document = Document.of(
                Heading.of(1, Text.of("a")),
                BulletList.of(ListItem.of(Plain.of(Text.of("b"), Marked.of(Style.STRONG, Text.of("c"))))),
                Table.of(TableRow.of(TableCell.of(Paragraph.of(Text.of("d"))))));

        assertThat(document.nodes().filter(Text.class::isInstance).map(node -> ((Text) node).value()))
                .containsExactly("a", "b", "c", "d");
    }

    @Test
    void a_walk_enters_and_leaves_every_node_and_skips_what_the_listener_does_not_want() {
        Document document =
                Document.of(Quote.of(Paragraph.of(Text.of("skipped"))), Paragraph.of(Text.of("seen")), new Rule());
        List<String> seen = new ArrayList<>();

        document.walk(new TreeListener() {
            @Override
            public boolean enter(Node node, int depth) {
                seen.add("+" + depth + node.getClass().getSimpleName());
                return !(node instanceof Quote);
            }

            @Override
            public void leave(Node node, int depth) {
                seen.add("-" + depth + node.getClass().getSimpleName());
            }
        });

        assertThat(seen)
                .containsExactly(
                        "+0Document",
                        "+1Quote",
                        "-1Quote",
                        "+1Paragraph",
                        "+2Text",
                        "-2Text",
                        "-1Paragraph",
                        "+1Rule",
                        "-1Rule",
                        "-0Document");
    }

    @Test
    void a_tree_that_is_too_deep_is_refused_before_anything_recurses_into_it() {
        Block block = Paragraph.of(Text.of("deep"));
        for (int i = 0; i < 100_000; i++) {
            block = Quote.of(block);
        }
        Block deep = block;

        assertThatThrownBy(() -> Document.of(deep))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("640");
    }

    @Test
    void a_block_in_a_paragraph_ends_it_and_marks_and_links_go_on_behind_it() {
        Rule rule = new Rule();
        Document document = Document.of(Paragraph.of(
                Text.of("a"), Marked.of(Style.STRONG, Text.of("b"), new Embedded(rule), Text.of("c")), Text.of("d")));

        assertThat(document.lifted())
                .isEqualTo(Document.of(
                        Paragraph.of(Text.of("a"), Marked.of(Style.STRONG, Text.of("b"))),
                        rule,
                        Paragraph.of(Marked.of(Style.STRONG, Text.of("c")), Text.of("d"))));
    }

    @Test
    void a_macro_in_a_line_is_lifted_if_its_body_is_more_than_a_line() {
        Macro oneLine = Macro.of("excerpt", List.of(), new RichBody(List.of(Paragraph.of(Text.of("b")))));
        Macro twoParagraphs = Macro.of(
                "excerpt", List.of(), new RichBody(List.of(Paragraph.of(Text.of("c")), Paragraph.of(Text.of("d")))));

        assertThat(Document.of(Paragraph.of(Text.of("a"), oneLine, twoParagraphs))
                        .lifted())
                .isEqualTo(Document.of(Paragraph.of(Text.of("a"), oneLine), twoParagraphs));
    }

    @Test
    void blocks_of_a_decision_become_lines() {
        Document document = Document.of(new DecisionList(
                null,
                List.of(new Decision(
                        "DECIDED",
                        null,
                        List.of(
                                Text.of("a"),
                                new Embedded(Quote.of(Paragraph.of(Text.of("b")), CodeBlock.of("c"))))))));

        assertThat(document.lifted())
                .isEqualTo(Document.of(new DecisionList(
                        null,
                        List.of(new Decision(
                                "DECIDED",
                                null,
                                List.of(
                                        Text.of("a"),
                                        new LineBreak(),
                                        Text.of("b"),
                                        new LineBreak(),
                                        Marked.of(Style.CODE, Text.of("c"))))))));
    }

    @Test
    void the_width_of_a_column_is_read_from_its_style() {
        assertThat(TableColumn.ofWidth(120).width()).hasValue(120);
        assertThat(new TableColumn(Attributes.of("style", "max-width: 9px")).width())
                .isEmpty();
    }

    @Test
    void attributes_are_equal_whatever_their_order() {
        assertThat(Attributes.of("a", "1").with("b", "2"))
                .isEqualTo(Attributes.of("b", "2").with("a", "1"));
    }
}
