package dev.confluencekit.benchmarks;

import dev.confluencekit.markup.Markup;
import java.util.concurrent.TimeUnit;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A page in storage format, made Markdown, and only parsed. Run by JMH, which is why it is public. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class MarkupBenchmark {
    /** How many bytes the page has. */
    @Param({"50000", "100000", "10000000"})
    public int bytes;

    private String body = "";

    /** Makes the page. */
    @Setup
    public void makePage() {
        body = KnowledgePage.storage(bytes);
    }

    /** The whole way by the library. */
    @Benchmark
    public String markdown() {
        return Markup.storage(body).toMarkdown().output();
    }

    /** What the parser below takes by itself. */
    @Benchmark
    public Document parse() {
        return Jsoup.parse(body, "", Parser.xmlParser());
    }
}
