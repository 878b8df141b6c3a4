package dev.confluencekit.markup.internal.plain;

import dev.confluencekit.markup.tree.Macro;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** What a macro is to a reader. */
enum MacroRole {
    /** Shows its body as it is. */
    BODY("toc-zone section column noprint table-filter pivot-table table-chart chart table-joiner table-transformer"
            + " table-excerpt table-excerpt-include table-plus sortable-table auitabsgroup ui-tabs localtabgroup deck"
            + " ui-steps scroll-only show-if hide-if conditional align center div highlight bgcolor panelbox"),
    /** Shows a title and below it the body. */
    TITLED("auitab ui-tab localtab card ui-step ui-expand tab"),
    /** Shows its body, or a link, or a word. */
    BOX("span clickable tooltip lozenge button alert auimessage ui-text-box ui-button aui-button cta"),
    /** Is nothing to read. */
    SILENT("toc loremipsum pagebreak redirect scroll-pagebreak breadcrumbs ui-table-of-contents livetoc"),
    /** Shows what only the site knows. */
    DATA(
            "detailssummary children pagetree content-tree pagetreesearch livesearch contentbylabel recently-updated blog-posts"
                    + " space-details spaces spaces-list labels listlabels popular-labels related-labels contributors"
                    + " contributors-summary change-history tasks-report-macro create-from-template index gallery attachments"
                    + " recently-updated-dashboard favpages userlister network search space-attachments content-report-table"
                    + " page-properties-report viewtracker"),
    EXCERPT("excerpt"),
    DETAILS("details"),
    INCLUDE("include excerpt-include"),
    JIRA("jira jiraissues"),
    STATUS("status"),
    ANCHOR("anchor"),
    FILE("view-file viewpdf viewdoc viewxls viewppt"),
    MEDIA("multimedia widget iframe"),
    DRAWIO("drawio inc-drawio drawio-sketch"),
    DIAGRAM("gliffy lucidchart lucid-cloud lucidchart-cloud balsamiq-mockups miro figma-for-confluence xmind cacoo"),
    SOURCE("plantuml plantumlrender mermaid mermaid-cloud mermaid-macro graphviz flowchart"),
    PLANTUML_CLOUD("plantumlcloud"),
    MATH_BLOCK("mathblock latex eazy-math math-block"),
    MATH_INLINE("mathinline eazy-math-inline latex-inline math-inline"),
    MARKDOWN("markdown mohamicorp-markdown paste-markdown"),
    HTML("html html-include style script html-bobswift"),
    PROFILE("profile profile-picture"),
    /** Is for print only, or for one language: by choice. */
    CHOICE("scroll-ignore sv-translation scroll-translation"),
    CODE("code noformat code-block"),
    PANEL("info tip note warning panel"),
    EXPAND("expand"),
    UNKNOWN("");

    private static final Map<String, MacroRole> BY_NAME = new HashMap<>();

    static {
        for (MacroRole role : values()) {
            for (String name : role.names.split(" ", -1)) {
                if (!name.isEmpty()) {
                    BY_NAME.put(name, role);
                }
            }
        }
    }

    private final String names;

    MacroRole(String names) {
        this.names = names;
    }

    static MacroRole of(Macro macro) {
        return BY_NAME.getOrDefault(macro.name().toLowerCase(Locale.ROOT), UNKNOWN);
    }
}
