package dev.confluencekit.examples;

import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles statements that documents show, beside what they take for granted. */
final class SnippetCompiler {
    private static final List<String> PACKAGES = List.of(
            "dev.confluencekit.auth",
            "dev.confluencekit.content",
            "dev.confluencekit.content.attachment",
            "dev.confluencekit.content.blogpost",
            "dev.confluencekit.content.body",
            "dev.confluencekit.content.comment",
            "dev.confluencekit.content.hierarchy",
            "dev.confluencekit.content.label",
            "dev.confluencekit.content.longtask",
            "dev.confluencekit.content.owner",
            "dev.confluencekit.content.page",
            "dev.confluencekit.content.property",
            "dev.confluencekit.content.raw",
            "dev.confluencekit.content.search",
            "dev.confluencekit.content.space",
            "dev.confluencekit.content.task",
            "dev.confluencekit.content.watch",
            "dev.confluencekit.core",
            "dev.confluencekit.core.paging",
            "dev.confluencekit.core.request",
            "dev.confluencekit.core.secret",
            "dev.confluencekit.core.site",
            "dev.confluencekit.core.transfer",
            "dev.confluencekit.integration",
            "dev.confluencekit.integration.connection",
            "dev.confluencekit.integration.registry",
            "dev.confluencekit.markup",
            "dev.confluencekit.markup.build",
            "dev.confluencekit.markup.chunk",
            "dev.confluencekit.markup.markdown",
            "dev.confluencekit.markup.report",
            "dev.confluencekit.markup.resolve",
            "dev.confluencekit.markup.site",
            "dev.confluencekit.markup.tree",
            "dev.confluencekit.sync",
            "dev.confluencekit.sync.directory",
            "dev.confluencekit.sync.item",
            "dev.confluencekit.sync.memory",
            "dev.confluencekit.sync.render",
            "dev.confluencekit.sync.report",
            "dev.confluencekit.sync.scope",
            "dev.confluencekit.sync.target",
            "dev.confluencekit.testkit",
            "java.net",
            "java.nio.file",
            "java.time",
            "java.util");

    private SnippetCompiler() {}

    /** What the compiler says; empty if it has nothing to say. What is given are fields, so that a snippet may hide them. */
    static String problems(Path classes, String given, String statements) {
        StringBuilder source = new StringBuilder();
        PACKAGES.forEach(name -> source.append("import ").append(name).append(".*;\n"));
        source.append("class Snippet { ").append(given).append("\nvoid run() throws Exception {\n");
        source.append(statements).append("\n}}");
        StringWriter messages = new StringWriter();
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        ToolProvider.getSystemJavaCompiler()
                .getTask(
                        messages,
                        null,
                        null,
                        List.of("-proc:none", "-d", classes.toString(), "-cp", classPath),
                        null,
                        List.of(new Source(source.toString())))
                .call();
        return messages.toString();
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String text) {
            super(URI.create("string:///Snippet.java"), JavaFileObject.Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
