package dev.confluencekit.markup.internal.plain;

import dev.confluencekit.markup.internal.macro.Apps;
import dev.confluencekit.markup.internal.trail.Trail;
import dev.confluencekit.markup.report.FindingKind;
import dev.confluencekit.markup.tree.AttachmentTarget;
import dev.confluencekit.markup.tree.Attributes;
import dev.confluencekit.markup.tree.Block;
import dev.confluencekit.markup.tree.CodeBlock;
import dev.confluencekit.markup.tree.CodeForm;
import dev.confluencekit.markup.tree.Expand;
import dev.confluencekit.markup.tree.Image;
import dev.confluencekit.markup.tree.Inline;
import dev.confluencekit.markup.tree.Link;
import dev.confluencekit.markup.tree.Macro;
import dev.confluencekit.markup.tree.MacroBody;
import dev.confluencekit.markup.tree.MacroParameter;
import dev.confluencekit.markup.tree.Marked;
import dev.confluencekit.markup.tree.Panel;
import dev.confluencekit.markup.tree.PanelKind;
import dev.confluencekit.markup.tree.Paragraph;
import dev.confluencekit.markup.tree.Plain;
import dev.confluencekit.markup.tree.PlainBody;
import dev.confluencekit.markup.tree.RichBody;
import dev.confluencekit.markup.tree.Style;
import dev.confluencekit.markup.tree.Target;
import dev.confluencekit.markup.tree.Text;
import dev.confluencekit.markup.tree.UserTarget;
import dev.confluencekit.markup.tree.WebTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Makes of macros what a reader sees of them. Parameters are shown where they are something to read, and nowhere else. */
final class MacroReduction {
    private final Reduction blocks;
    private final References references;
    private final ReductionOptions options;
    private final Trail trail;
    private final Includes includes;

    MacroReduction(Reduction blocks, References references, ReductionOptions options, Trail trail) {
        this.blocks = blocks;
        this.references = references;
        this.options = options;
        this.trail = trail;
        this.includes = new Includes(options.resolvers(), references, trail);
    }

    /** One that outputs have their own way with. */
    boolean isReduced(Macro macro) {
        return MacroRole.of(macro) == MacroRole.ANCHOR;
    }

    List<Block> reduce(Macro macro) {
        if (Apps.isApp(macro)) {
            return app(macro);
        }
        return switch (MacroRole.of(macro)) {
            case BODY -> bodies(macro);
            case TITLED -> titled(macro);
            case BOX -> box(macro);
            case SILENT -> List.of();
            case DATA -> data(macro);
            case EXCERPT -> excerpt(macro);
            case DETAILS -> details(macro);
            case INCLUDE -> include(macro);
            case JIRA -> jira(macro);
            case STATUS -> status(macro);
            case ANCHOR -> List.of(macro);
            case FILE, MEDIA -> link(macro);
            case DRAWIO, DIAGRAM -> diagram(macro);
            case SOURCE -> source(macro);
            case PLANTUML_CLOUD -> plantUmlCloud(macro);
            case MATH_BLOCK -> formula("mathblock", macro);
            case MATH_INLINE -> formula("mathinline", macro);
            case MARKDOWN -> List.of(Macro.of("markdown", List.of(), new PlainBody(text(macro))));
            case HTML -> leftOut(macro, "is raw HTML");
            case PROFILE -> profile(macro);
            case CHOICE -> options.ignored() ? bodies(macro) : leftOut(macro, "is not for every output");
            case CODE -> List.of(code(macro));
            case PANEL -> List.of(panel(macro));
            case EXPAND -> List.of(new Expand(macro.text("title").orElse(null), bodies(macro), Attributes.NONE));
            case UNKNOWN -> unknown(macro);
        };
    }

    /** Rich bodies as they are, plain ones as code. */
    private List<Block> bodies(Macro macro) {
        List<Block> shown = new ArrayList<>();
        for (MacroBody body : macro.bodies()) {
            if (body instanceof RichBody rich) {
                shown.addAll(blocks.blocks(rich.content()));
            } else if (body instanceof PlainBody plain && !plain.text().isBlank()) {
                shown.add(CodeBlock.of(plain.text()));
            }
        }
        return shown;
    }

    private static String text(Macro macro) {
        StringBuilder text = new StringBuilder();
        for (MacroBody body : macro.bodies()) {
            if (body instanceof PlainBody plain) {
                text.append(plain.text());
            }
        }
        return text.toString();
    }

    private List<Block> titled(Macro macro) {
        List<Block> shown = new ArrayList<>();
        macro.text("title")
                .or(() -> macro.text("label"))
                .or(() -> macro.text("name"))
                .ifPresent(title -> shown.add(Paragraph.of(Marked.of(Style.STRONG, Text.of(title)))));
        shown.addAll(Reduction.paragraphs(bodies(macro)));
        return shown;
    }

    private List<Block> box(Macro macro) {
        List<Block> body = bodies(macro);
        Optional<Target> target = address(macro, "url").or(() -> address(macro, "href"));
        Optional<String> title =
                macro.text("title").or(() -> macro.text("label")).or(() -> macro.text("text"));
        if (target.isPresent()) {
            List<Inline> text = body.isEmpty()
                    ? title.<List<Inline>>map(words -> List.of(Text.of(words))).orElse(List.of())
                    : Reduction.inLine(body);
            return List.of(new Plain(references.link(Link.of(target.get()), text)));
        }
        if (!body.isEmpty()) {
            return body;
        }
        return title.<List<Block>>map(words -> List.of(Plain.of(Text.of(words))))
                .orElse(List.of());
    }

    private List<Block> data(Macro macro) {
        leftOut(macro, "shows what only the site knows");
        return bodies(macro);
    }

    private List<Block> leftOut(Macro macro, String why) {
        trail.found(FindingKind.LEFT_OUT, macro.name(), "The macro " + macro.name() + " " + why + "; it was left out.");
        return List.of();
    }

    private List<Block> excerpt(Macro macro) {
        return isTrue(macro, "hidden") && !options.hiddenExcerpts() ? leftOut(macro, "is hidden") : bodies(macro);
    }

    private List<Block> details(Macro macro) {
        return isTrue(macro, "hidden") ? leftOut(macro, "is hidden") : bodies(macro);
    }

    private static boolean isTrue(Macro macro, String parameter) {
        return macro.text(parameter).filter("true"::equalsIgnoreCase).isPresent();
    }

    private List<Block> include(Macro macro) {
        Optional<MacroParameter> named =
                macro.parameter("").or(() -> macro.parameter("page")).or(() -> macro.parameter("default-parameter"));
        Optional<Target> page = named.flatMap(MacroParameter::target)
                .or(() -> named.map(MacroParameter::text)
                        .filter(title -> !title.isBlank())
                        .map(Includes::page))
                .map(references::fromHere);
        if (page.isEmpty()) {
            return leftOut(macro, "names no page");
        }
        return includes.content(page.get(), macro)
                .map(content -> includes.inside(page.get(), () -> blocks.blocks(content.blocks())))
                .orElseGet(() -> List.of(Paragraph.of(
                        references.link(Link.of(page.get()), List.of()).toArray(Inline[]::new))));
    }

    private List<Block> jira(Macro macro) {
        Optional<String> key = macro.text("key").or(() -> macro.text("issueKey"));
        if (key.isPresent()) {
            return List.of(Plain.of(references.issue(key.get())));
        }
        String query = macro.text("jqlQuery")
                .or(() -> macro.text("jql"))
                .or(() -> macro.text("url"))
                .orElse("");
        trail.found(
                FindingKind.LEFT_OUT,
                macro.name(),
                "The macro " + macro.name() + " shows issues that only Jira knows; its query was kept.");
        return List.of(Plain.of(Text.of(("Jira: " + query).strip())));
    }

    private static List<Block> status(Macro macro) {
        return macro.text("title")
                .<List<Block>>map(title -> List.of(Plain.of(Marked.of(Style.STRONG, Text.of(title)))))
                .orElse(List.of());
    }

    private List<Block> link(Macro macro) {
        Optional<Target> target = MacroRole.of(macro) == MacroRole.FILE
                ? file(macro, "name").or(() -> file(macro, "")).or(() -> file(macro, "att--filename"))
                : address(macro, "url")
                        .or(() -> address(macro, "src"))
                        .or(() -> file(macro, "name"))
                        .or(() -> address(macro, ""));
        return target.<List<Block>>map(found -> List.of(new Plain(references.link(Link.of(found), List.of()))))
                .orElseGet(() -> leftOut(macro, "names nothing to link to"));
    }

    private static Optional<Target> address(Macro macro, String parameter) {
        return macro.parameter(parameter)
                .flatMap(value -> value.target()
                        .or(() -> Optional.of(value.text())
                                .filter(text -> !text.isBlank())
                                .map(WebTarget::new)));
    }

    private static Optional<Target> file(Macro macro, String parameter) {
        return macro.parameter(parameter)
                .flatMap(value -> value.target()
                        .or(() -> Optional.of(value.text())
                                .filter(text -> !text.isBlank())
                                .map(name -> new AttachmentTarget(name, null))));
    }

    private List<Block> diagram(Macro macro) {
        String name = macro.text("diagramDisplayName")
                .or(() -> macro.text("displayName"))
                .or(() -> macro.text("diagramName"))
                .or(() -> macro.text("name"))
                .orElse("");
        String words = name.isEmpty() ? "diagram" : "diagram: " + name;
        Optional<String> stored = macro.text("diagramName").or(() -> macro.text("name"));
        if (MacroRole.of(macro) == MacroRole.DRAWIO && stored.isPresent()) {
            String file = stored.get().toLowerCase(Locale.ROOT).endsWith(".png") ? stored.get() : stored.get() + ".png";
            return List.of(new Plain(references.image(
                    new Image(
                            new AttachmentTarget(file, null),
                            words,
                            null,
                            List.of(),
                            Attributes.of(Reduction.DIAGRAM, name)),
                    List.of())));
        }
        trail.found(
                FindingKind.LEFT_OUT,
                macro.name(),
                "The macro " + macro.name() + " draws what only its app knows; the name was kept.");
        return List.of(Plain.of(Text.of("[" + words + "]")));
    }

    private List<Block> source(Macro macro) {
        String name = macro.name().toLowerCase(Locale.ROOT);
        String language = name.startsWith("plantuml") ? "plantuml" : name.startsWith("mermaid") ? "mermaid" : name;
        String text = text(macro);
        if (!text.isBlank()) {
            return List.of(CodeBlock.of(language, text));
        }
        return file(macro, "attachment")
                .or(() -> file(macro, "filename"))
                .or(() -> file(macro, "name"))
                .<List<Block>>map(found -> List.of(new Plain(references.link(Link.of(found), List.of()))))
                .orElseGet(() -> leftOut(macro, "has no source"));
    }

    private List<Block> plantUmlCloud(Macro macro) {
        Optional<String> data =
                macro.text("data").or(() -> Optional.of(text(macro)).filter(text -> !text.isBlank()));
        Optional<String> source = data.flatMap(text -> PlantUmlCloud.source(text, isTrue(macro, "compressed")));
        return source.<List<Block>>map(text -> List.of(CodeBlock.of("plantuml", text)))
                .orElseGet(() -> leftOut(macro, "has no source that can be read"));
    }

    private static List<Block> formula(String name, Macro macro) {
        String body = text(macro);
        String formula =
                body.isBlank() ? macro.text("body").or(() -> macro.text("")).orElse("") : body;
        return formula.isBlank() ? List.of() : List.of(Macro.of(name, List.of(), new PlainBody(formula.strip())));
    }

    private List<Block> profile(Macro macro) {
        Optional<MacroParameter> named = macro.parameter("user").or(() -> macro.parameter("User"));
        Optional<Target> user = named.flatMap(MacroParameter::target);
        UserTarget who = user.isPresent() && user.get() instanceof UserTarget found
                ? found
                : new UserTarget(
                        null,
                        null,
                        named.map(MacroParameter::text)
                                .filter(text -> !text.isEmpty())
                                .orElse(null));
        return List.of(Plain.of(references.mention(who, null)));
    }

    private CodeBlock code(Macro macro) {
        StringBuilder text = new StringBuilder(text(macro));
        for (MacroBody body : macro.bodies()) {
            if (body instanceof RichBody rich) {
                text.append(PlainLines.of(blocks.blocks(rich.content())));
            }
        }
        CodeForm form = macro.isNamed("noformat") ? CodeForm.NOFORMAT : CodeForm.CODE;
        String language = macro.text("language").or(() -> macro.text("")).orElse(null);
        return new CodeBlock(form, language, macro.text("title").orElse(null), text.toString(), Attributes.NONE);
    }

    private Panel panel(Macro macro) {
        PanelKind kind = switch (macro.name().toLowerCase(Locale.ROOT)) {
            case "info" -> PanelKind.INFO;
            case "tip" -> PanelKind.TIP;
            case "note" -> PanelKind.WARNING;
            case "warning" -> PanelKind.ERROR;
            default -> PanelKind.CUSTOM;
        };
        return new Panel(kind, macro.text("title").orElse(null), null, bodies(macro), Attributes.NONE);
    }

    private List<Block> app(Macro macro) {
        trail.found(FindingKind.UNKNOWN_MACRO, Apps.nameOf(macro), EditorForms.ofApp(Apps.nameOf(macro)));
        return placeholderAnd(Apps.nameOf(macro), macro);
    }

    private List<Block> unknown(Macro macro) {
        String kept = macro.bodies().isEmpty() ? "there is nothing in it to read" : "its body was kept";
        trail.found(
                FindingKind.UNKNOWN_MACRO, macro.name(), "The macro " + macro.name() + " is not known; " + kept + ".");
        return placeholderAnd(macro.name(), macro);
    }

    private List<Block> placeholderAnd(String name, Macro macro) {
        List<Block> shown = new ArrayList<>();
        if (options.unknownMacros()) {
            shown.add(Plain.of(Text.of("[macro: " + name + "]")));
        }
        shown.addAll(bodies(macro));
        return shown;
    }
}
