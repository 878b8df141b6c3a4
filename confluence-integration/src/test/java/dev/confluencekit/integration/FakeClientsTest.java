package dev.confluencekit.integration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confluencekit.content.PageId;
import dev.confluencekit.content.page.Page;
import dev.confluencekit.content.page.PageQuery;
import dev.confluencekit.content.page.PagesClient;
import dev.confluencekit.content.space.SpacesClient;
import dev.confluencekit.core.json.JsonCodec;
import dev.confluencekit.core.paging.Batch;
import dev.confluencekit.core.paging.Paged;
import java.io.ByteArrayInputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Users' own tests can stand something else in for the clients. */
class FakeClientsTest {
    private static <T> T fake(Class<T> type, InvocationHandler answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, answers));
    }

    @ParameterizedTest
    @ValueSource(classes = {PagesClient.class, SpacesClient.class, ConfluenceIntegration.class, Paged.class})
    void client_isAnInterface(Class<?> type) {
        assertThat(type).isInterface();
    }

    @Test
    void code_thatUsesAnIntegration_runsOverFakes() throws Exception {
        Page page = JsonCodec.create()
                .read(
                        new ByteArrayInputStream(
                                "{\"id\":\"1\",\"title\":\"Opening hours\"}".getBytes(StandardCharsets.UTF_8)),
                        Page.class);
        PagesClient pages = fake(
                PagesClient.class,
                (proxy, method, arguments) -> method.getName().equals("list") ? new FakePaged(List.of(page)) : page);
        ConfluenceIntegration integration = fake(ConfluenceIntegration.class, (proxy, method, arguments) -> pages);

        assertThat(titles(integration)).containsExactly("Opening hours", "Opening hours");
    }

    private static List<String> titles(ConfluenceIntegration confluence) {
        return Stream.concat(
                        confluence.pages().list(PageQuery.all()).stream(),
                        Stream.of(confluence.pages().get(PageId.of("1"))))
                .map(Page::title)
                .toList();
    }

    /** A listing written by hand. */
    private record FakePaged(List<Page> pages) implements Paged<Page> {
        @Override
        public Iterable<Batch<Page>> batches() {
            return List.of(first());
        }

        @Override
        public Batch<Page> first() {
            return new Batch<>(pages, null);
        }

        @Override
        public Iterator<Page> iterator() {
            return pages.iterator();
        }

        @Override
        public Stream<Page> stream() {
            return pages.stream();
        }

        @Override
        public List<Page> toList(int max) {
            return stream().limit(max).toList();
        }

        @Override
        public Optional<Page> findFirst() {
            return stream().findFirst();
        }
    }
}
