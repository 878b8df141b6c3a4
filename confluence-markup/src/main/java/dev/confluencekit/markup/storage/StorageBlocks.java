package dev.confluencekit.markup.storage;

import dev.confluencekit.markup.internal.trail.Trail;
import dev.confluencekit.markup.report.FindingKind;
import dev.confluencekit.markup.tree.Attributes;
import dev.confluencekit.markup.tree.Block;
import dev.confluencekit.markup.tree.BlockVisitor;
import dev.confluencekit.markup.tree.BulletList;
import dev.confluencekit.markup.tree.CodeBlock;
import dev.confluencekit.markup.tree.CodeForm;
import dev.confluencekit.markup.tree.Decision;
import dev.confluencekit.markup.tree.DecisionList;
import dev.confluencekit.markup.tree.DefinitionEntry;
import dev.confluencekit.markup.tree.DefinitionList;
import dev.confluencekit.markup.tree.Division;
import dev.confluencekit.markup.tree.Element;
import dev.confluencekit.markup.tree.Embedded;
import dev.confluencekit.markup.tree.Expand;
import dev.confluencekit.markup.tree.Heading;
import dev.confluencekit.markup.tree.Layout;
import dev.confluencekit.markup.tree.LayoutColumn;
import dev.confluencekit.markup.tree.LayoutSection;
import dev.confluencekit.markup.tree.ListItem;
import dev.confluencekit.markup.tree.Macro;
import dev.confluencekit.markup.tree.OrderedList;
import dev.confluencekit.markup.tree.Panel;
import dev.confluencekit.markup.tree.PanelKind;
import dev.confluencekit.markup.tree.Paragraph;
import dev.confluencekit.markup.tree.Plain;
import dev.confluencekit.markup.tree.Preformatted;
import dev.confluencekit.markup.tree.Quote;
import dev.confluencekit.markup.tree.Rule;
import dev.confluencekit.markup.tree.Source;
import dev.confluencekit.markup.tree.Table;
import dev.confluencekit.markup.tree.TaskItem;
import dev.confluencekit.markup.tree.TaskList;
import java.util.List;
import java.util.Map;

/** Writes what stands on lines of its own. */
final class StorageBlocks implements BlockVisitor<Xml> {
    private static final String ADF = "adf-";

    private final Xml xml;
    private final TaskIds taskIds;
    private final Trail trail;
    private final StorageInlines inlines;
    private final StorageTables tables;
    private final StorageMacros macros;

    StorageBlocks(Xml xml, TaskIds taskIds, Trail trail) {
        this.xml = xml;
        this.taskIds = taskIds;
        this.trail = trail;
        StorageLinks links = new StorageLinks(xml, this, trail);
        this.macros = new StorageMacros(xml, this, links);
        this.inlines = new StorageInlines(xml, this, links, macros);
        this.tables = new StorageTables(xml, this);
    }

    Xml write(List<Block> blocks) {
        Block before = null;
        for (Block block : blocks) {
            if (block instanceof Plain && before instanceof Plain && !(isImage(block) && isImage(before))) {
                // Or its words would run into those before.
                xml.start("p");
                block.accept(this);
                xml.end("p");
            } else {
                block.accept(this);
            }
            before = block;
        }
        return xml;
    }

    /** One that is read as a block of its own. */
    private static boolean isImage(Block block) {
        return block instanceof Plain plain
                && plain.content().size() == 1
                && BlockReader.isOnItsOwn(plain.content().get(0));
    }

    Xml inlines(List<dev.confluencekit.markup.tree.Inline> content) {
        return inlines.write(content);
    }

    private Xml wrapped(String name, Attributes attributes, List<Block> content) {
        xml.start(name).attributes(attributes);
        return write(content).end(name);
    }

    @Override
    public Xml visit(Paragraph paragraph) {
        xml.start("p").attributes(paragraph.attributes());
        return inlines(paragraph.content()).end("p");
    }

    @Override
    public Xml visit(Plain plain) {
        return inlines(plain.content());
    }

    @Override
    public Xml visit(Heading heading) {
        String name = "h" + heading.level();
        xml.start(name).attributes(heading.attributes());
        return inlines(heading.content()).end(name);
    }

    @Override
    public Xml visit(BulletList list) {
        xml.start("ul").attributes(list.attributes());
        return items(list.items()).end("ul");
    }

    @Override
    public Xml visit(OrderedList list) {
        xml.start("ol").attributes(list.attributes());
        if (list.start() != 1) {
            xml.attribute("start", Integer.toString(list.start()));
        }
        return items(list.items()).end("ol");
    }

    private Xml items(List<ListItem> items) {
        for (ListItem item : items) {
            wrapped("li", item.attributes(), item.content());
        }
        return xml;
    }

    @Override
    public Xml visit(TaskList list) {
        xml.start("ac:task-list");
        for (TaskItem item : list.items()) {
            xml.start("ac:task");
            word("ac:task-id", taskIds.of(item));
            if (item.uuid() != null) {
                word("ac:task-uuid", item.uuid());
            }
            word("ac:task-status", item.done() ? "complete" : "incomplete");
            xml.start("ac:task-body");
            task(item.content());
            xml.end("ac:task-body").end("ac:task");
        }
        return xml.end("ac:task-list");
    }

    /** Confluence itself has words that stand bare in a span there. */
    private void task(List<Block> content) {
        boolean words = !content.isEmpty()
                && content.get(0) instanceof Plain plain
                && plain.content().stream().noneMatch(Embedded.class::isInstance);
        if (words) {
            xml.start("span");
            content.get(0).accept(this);
            xml.end("span");
        }
        write(words ? content.subList(1, content.size()) : content);
    }

    private void word(String name, String text) {
        xml.start(name).text(text).end(name);
    }

    @Override
    public Xml visit(DecisionList list) {
        xml.start("ac:adf-extension").start("ac:adf-node").attribute("type", "decision-list");
        if (list.id() != null) {
            adf("local-id", list.id());
        }
        for (Decision decision : list.items()) {
            xml.start("ac:adf-node").attribute("type", "decision-item");
            if (decision.id() != null) {
                adf("local-id", decision.id());
            }
            adf("state", decision.state());
            xml.start("ac:adf-content");
            inlines(decision.content()).end("ac:adf-content").end("ac:adf-node");
        }
        xml.end("ac:adf-node").start("ac:adf-fallback").start("ul").attribute("class", "decision-list");
        for (Decision decision : list.items()) {
            xml.start("li");
            inlines(decision.content()).end("li");
        }
        return xml.end("ul").end("ac:adf-fallback").end("ac:adf-extension");
    }

    private void adf(String key, String value) {
        xml.start("ac:adf-attribute").attribute("key", key).text(value).end("ac:adf-attribute");
    }

    @Override
    public Xml visit(DefinitionList list) {
        xml.start("dl").attributes(list.attributes());
        for (DefinitionEntry entry : list.entries()) {
            wrapped(entry.term() ? "dt" : "dd", Attributes.NONE, entry.content());
        }
        return xml.end("dl");
    }

    @Override
    public Xml visit(Table table) {
        return tables.write(table);
    }

    @Override
    public Xml visit(Quote quote) {
        return wrapped("blockquote", quote.attributes(), quote.content());
    }

    @Override
    public Xml visit(Rule rule) {
        return xml.start("hr").end("hr");
    }

    @Override
    public Xml visit(CodeBlock code) {
        macros.start(code.form() == CodeForm.CODE ? "code" : "noformat", Attributes.NONE);
        macros.parameter("language", code.language());
        macros.parameter("title", code.title());
        macros.parameters(code.parameters());
        return macros.plainBody(code.text()).end("ac:structured-macro");
    }

    @Override
    public Xml visit(Preformatted preformatted) {
        xml.start("pre").attributes(preformatted.attributes());
        return inlines(preformatted.content()).end("pre");
    }

    @Override
    public Xml visit(Panel panel) {
        boolean extension = panel.parameters().get("adf-panel-type").isPresent();
        if (extension || panel.kind() == PanelKind.NOTE) {
            return extension(panel);
        }
        String name = switch (panel.kind()) {
            case INFO -> "info";
            case TIP -> "tip";
            case WARNING -> "note";
            case ERROR -> "warning";
            default -> "panel";
        };
        macros.start(name, Attributes.NONE);
        macros.parameter("title", panel.title());
        macros.parameter("panelIconText", panel.iconText());
        macros.parameters(panel.parameters());
        return macros.richBody(panel.content()).end("ac:structured-macro");
    }

    private Xml extension(Panel panel) {
        xml.start("ac:adf-extension").start("ac:adf-node").attribute("type", "panel");
        Attributes parameters = panel.parameters();
        if (parameters.get("adf-panel-type").isEmpty()) {
            adf("panel-type", "note");
        }
        for (Map.Entry<String, String> parameter : parameters.values().entrySet()) {
            if (parameter.getKey().startsWith(ADF)) {
                adf(parameter.getKey().substring(ADF.length()), parameter.getValue());
            }
        }
        xml.start("ac:adf-content");
        if (panel.title() != null) {
            xml.start("p").start("strong").text(panel.title()).end("strong").end("p");
        }
        write(panel.content()).end("ac:adf-content").end("ac:adf-node");
        xml.start("ac:adf-fallback").start("div").attribute("class", "panel");
        return write(panel.content()).end("div").end("ac:adf-fallback").end("ac:adf-extension");
    }

    @Override
    public Xml visit(Expand expand) {
        macros.start("expand", Attributes.NONE);
        macros.parameter("title", expand.title());
        macros.parameters(expand.parameters());
        return macros.richBody(expand.content()).end("ac:structured-macro");
    }

    @Override
    public Xml visit(Layout layout) {
        xml.start("ac:layout");
        for (LayoutSection section : layout.sections()) {
            String type = section.type() == null ? typeOf(section.columns().size()) : section.type();
            xml.start("ac:layout-section").attribute("ac:type", type).attributes(section.attributes());
            for (LayoutColumn column : section.columns()) {
                wrapped("ac:layout-cell", Attributes.NONE, column.content());
            }
            xml.end("ac:layout-section");
        }
        return xml.end("ac:layout");
    }

    private static String typeOf(int columns) {
        return switch (columns) {
            case 2 -> "two_equal";
            case 3 -> "three_equal";
            case 4 -> "four_equal";
            case 5 -> "five_equal";
            default -> "fixed-width";
        };
    }

    @Override
    public Xml visit(Division division) {
        return wrapped("div", division.attributes(), division.content());
    }

    @Override
    public Xml visit(Macro macro) {
        return macros.write(macro);
    }

    @Override
    public Xml visit(Element element) {
        return element(element);
    }

    Xml element(Element element) {
        if (element.source() == Source.STORAGE && Xml.isName(element.name())) {
            return wrapped(element.name(), element.attributes(), element.content());
        }
        trail.found(
                FindingKind.UNKNOWN_ELEMENT,
                element.name(),
                "Storage format has nothing for " + element.name() + "; its content was kept.");
        return write(element.content());
    }
}
