package dev.confluencekit.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.confluencekit.content.PageId;
import dev.confluencekit.content.SpaceId;
import dev.confluencekit.content.body.BodyFormat;
import dev.confluencekit.content.body.PageBodyFormat;
import dev.confluencekit.content.body.RenderedBodyFormat;
import dev.confluencekit.content.page.Page;
import dev.confluencekit.content.page.PageInclude;
import dev.confluencekit.content.page.PageQuery;
import dev.confluencekit.content.page.PageRequest;
import dev.confluencekit.content.page.PageSort;
import dev.confluencekit.content.page.PageStatus;
import dev.confluencekit.content.page.PageSubtype;
import dev.confluencekit.content.space.Space;
import dev.confluencekit.content.space.SpaceDescriptionFormat;
import dev.confluencekit.content.space.SpaceInclude;
import dev.confluencekit.content.space.SpaceNotFoundException;
import dev.confluencekit.content.space.SpaceQuery;
import dev.confluencekit.content.space.SpaceRequest;
import dev.confluencekit.content.space.SpaceSort;
import dev.confluencekit.content.space.SpaceType;
import dev.confluencekit.core.ConfluenceRuntime;
import dev.confluencekit.core.error.NotFoundException;
import dev.confluencekit.core.paging.Paged;
import dev.confluencekit.core.secret.Secret;
import dev.confluencekit.core.site.ConfluenceSite;
import dev.confluencekit.core.transport.JdkTransport;
import dev.confluencekit.core.transport.Transport;
import dev.confluencekit.testkit.ApiKey;
import dev.confluencekit.testkit.ConfluenceSimulator;
import dev.confluencekit.testkit.KnowledgeBase;
import dev.confluencekit.testkit.PageSeed;
import dev.confluencekit.testkit.RecordedRequest;
import dev.confluencekit.testkit.SimulatedAccount;
import dev.confluencekit.testkit.SpaceSeed;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Reading spaces and pages of a whole site, the same by either route. */
@NullUnmarked // what is missing fails the test anyway
class SimulatedContentTest {
    private static final Transport TRANSPORT = JdkTransport.create(Duration.ofSeconds(10), null, null);
    private static final KnowledgeBase CONTENT = KnowledgeBase.builder()
            .space(SpaceSeed.builder("SUPPORT", "Customer support")
                    .id("65537")
                    .description("How we help")
                    .labels("faq")
                    .build())
            .space(SpaceSeed.builder("OLD", "Old things").id("65538").archived().build())
            .space(SpaceSeed.builder("NOTES", "Notes")
                    .id("65539")
                    .type("personal")
                    .build())
            .page(PageSeed.builder("SUPPORT", "Home")
                    .id("100")
                    .storage("<p>Welcome</p>")
                    .build())
            .page(PageSeed.builder("SUPPORT", "Opening hours")
                    .id("101")
                    .parentId("100")
                    .storage("<p>We open at <strong>9</strong>.</p>")
                    .labels("faq", "public")
                    .build())
            .page(PageSeed.builder("SUPPORT", "Returns & refunds")
                    .id("102")
                    .parentId("100")
                    .build())
            .page(PageSeed.builder("SUPPORT", "Meeting")
                    .id("103")
                    .parentId("100")
                    .live()
                    .build())
            .page(PageSeed.builder("SUPPORT", "Former hours")
                    .id("104")
                    .parentId("100")
                    .status(dev.confluencekit.testkit.PageStatus.ARCHIVED)
                    .build())
            .page(PageSeed.builder("SUPPORT", "Thrown away")
                    .id("105")
                    .parentId("100")
                    .status(dev.confluencekit.testkit.PageStatus.TRASHED)
                    .build())
            .page(PageSeed.builder("SUPPORT", "In the making")
                    .id("106")
                    .parentId("100")
                    .status(dev.confluencekit.testkit.PageStatus.DRAFT)
                    .build())
            .page(PageSeed.builder("NOTES", "To do").id("107").build())
            .build();

    @Nested
    class ThroughTheSite extends Scenarios {
        @Override
        String key(SimulatedAccount account) {
            return account.issueKey().secret();
        }

        @Test
        void every_request_wentToTheSite() {
            ids(confluence.pages().list(PageQuery.inSpace("SUPPORT").batchSize(1)));
            assertThat(simulator.requestCount("/ex/confluence/**")).isZero();
        }
    }

    @Nested
    class ThroughTheGateway extends Scenarios {
        @Override
        String key(SimulatedAccount account) {
            return account.issueScopedKey(ApiKey.READ_PAGE, ApiKey.READ_SPACE).secret();
        }

        @Test
        void every_requestButTheFirst_wentToTheGateway() {
            ids(confluence.pages().list(PageQuery.inSpace("SUPPORT").batchSize(1)));
            List<String> served = simulator.requests().stream()
                    .filter(request -> request.status() == 200)
                    .map(RecordedRequest::path)
                    .filter(path -> !path.startsWith("/_edge"))
                    .toList();
            assertThat(served).hasSize(5).allMatch(path -> path.startsWith("/ex/confluence/"));
        }
    }

    /** What holds by either route. */
    abstract static class Scenarios {
        ConfluenceSimulator simulator;
        ConfluenceRuntime runtime;
        ConfluenceIntegration confluence;

        abstract String key(SimulatedAccount account);

        @BeforeEach
        void start() {
            simulator = ConfluenceSimulator.builder().knowledgeBase(CONTENT).start();
            runtime = ConfluenceRuntime.builder().transport(TRANSPORT).build();
            confluence = ConfluenceIntegration.builder()
                    .site(ConfluenceSite.loopback(simulator.baseUri().toString()))
                    .username("kb-bot@acme.example")
                    .apiKey(Secret.of(key(simulator.account("kb-bot@acme.example"))))
                    .runtime(runtime)
                    .build();
        }

        @AfterEach
        void stop() {
            confluence.close();
            runtime.close();
            simulator.close();
        }

        static List<String> ids(Paged<Page> pages) {
            return pages.stream().map(page -> page.id().value()).toList();
        }

        static List<String> keys(Paged<Space> spaces) {
            return spaces.stream().map(Space::key).toList();
        }

        @Test
        void spaces_all_areThoseInUse() {
            assertThat(keys(confluence.spaces().list())).containsExactlyInAnyOrder("SUPPORT", "NOTES");
        }

        @Test
        void spaces_byKeys_areFoundWhateverTheirStatus() {
            assertThat(keys(confluence.spaces().list(SpaceQuery.byKeys(List.of("OLD", "SUPPORT")))))
                    .containsExactlyInAnyOrder("OLD", "SUPPORT");
        }

        @Test
        void spaces_byIdTypeAndLabel_areFiltered() {
            List<SpaceId> both = List.of(SpaceId.of("65537"), SpaceId.of("65539"));
            assertThat(keys(confluence.spaces().list(SpaceQuery.byIds(both).type(SpaceType.PERSONAL))))
                    .containsExactly("NOTES");
            assertThat(keys(confluence.spaces().list(SpaceQuery.all().labels(List.of("faq")))))
                    .containsExactly("SUPPORT");
        }

        @ParameterizedTest
        @EnumSource
        void spaces_everyOrder_isKnownToTheService(SpaceSort sort) {
            assertThat(keys(confluence.spaces().list(SpaceQuery.all().sort(sort))))
                    .hasSize(2);
        }

        @Test
        void space_get_bringsWhatWasAskedFor() {
            Space space = confluence
                    .spaces()
                    .get(SpaceRequest.of(SpaceId.of("65537"))
                            .description(SpaceDescriptionFormat.PLAIN)
                            .include(SpaceInclude.values()));
            assertThat(space.description().plain().value()).isEqualTo("How we help");
            assertThat(space.labels().results()).extracting(l -> l.name()).containsExactly("faq");
        }

        @Test
        void space_missing_isEmptyOrThrown() {
            assertThat(confluence.spaces().find(SpaceId.of("1"))).isEmpty();
            assertThat(confluence.spaces().findByKey("NONE")).isEmpty();
            assertThatThrownBy(() -> confluence.spaces().get(SpaceId.of("1"))).isInstanceOf(NotFoundException.class);
        }

        @Test
        void pages_ofASpace_areTheCurrentOnes() {
            assertThat(ids(confluence.pages().list(PageQuery.inSpace("SUPPORT"))))
                    .containsExactlyInAnyOrder("100", "101", "102", "103");
        }

        @Test
        void pages_inBatchesOfOne_areTheSame() {
            assertThat(ids(confluence
                            .pages()
                            .list(PageQuery.inSpace("SUPPORT").batchSize(1).sort(PageSort.ID))))
                    .containsExactly("100", "101", "102", "103");
        }

        @Test
        void pages_ofOtherStatuses_areListedWhenAskedFor() {
            assertThat(ids(confluence.pages().list(PageQuery.all().status(PageStatus.ARCHIVED, PageStatus.TRASHED))))
                    .containsExactlyInAnyOrder("104", "105");
        }

        @Test
        void pages_byIds_leaveOutWhatIsNotThere() {
            assertThat(ids(confluence.pages().list(PageQuery.byIds(List.of(PageId.of("101"), PageId.of("999"))))))
                    .containsExactly("101");
        }

        @Test
        void pages_ofSeveralSpaces_areThoseOfAll() {
            assertThat(ids(confluence
                            .pages()
                            .list(PageQuery.inSpaces(List.of(SpaceId.of("65537"), SpaceId.of("65539"))))))
                    .hasSize(5);
        }

        @Test
        void pages_atTheTop_areThoseWithoutAParent() {
            assertThat(ids(confluence.pages().list(PageQuery.inSpace("SUPPORT").topLevelOnly())))
                    .containsExactly("100");
        }

        @Test
        void pages_ofASubtype_areFiltered() {
            assertThat(ids(confluence.pages().list(PageQuery.inSpace("SUPPORT").subtype(PageSubtype.LIVE))))
                    .containsExactly("103");
        }

        @ParameterizedTest
        @EnumSource
        void pages_everyOrder_isKnownToTheService(PageSort sort) {
            assertThat(ids(confluence.pages().list(PageQuery.inSpace("SUPPORT").sort(sort))))
                    .hasSize(4);
        }

        @ParameterizedTest
        @EnumSource
        void pages_withBodies_bringThem(BodyFormat format) {
            assertThat(confluence.pages().list(PageQuery.inSpace("SUPPORT").body(format)).stream())
                    .allMatch(page -> page.body().in(format).isPresent());
        }

        @Test
        void pages_byTitle_areFound() {
            assertThat(confluence.pages().findByTitle("SUPPORT", "Returns & refunds"))
                    .map(Page::id)
                    .contains(PageId.of("102"));
        }

        @Test
        void pages_byTitleOfAnArchivedOne_areNotFound() {
            assertThat(confluence.pages().findByTitle("SUPPORT", "Former hours"))
                    .isEmpty();
        }

        @Test
        void pages_ofAnUnknownSpace_areNotTakenForNone() {
            assertThatThrownBy(() -> ids(confluence.pages().list(PageQuery.inSpace("NONE"))))
                    .isInstanceOf(SpaceNotFoundException.class);
        }

        static Stream<PageBodyFormat> formats() {
            return Stream.of(BodyFormat.values(), RenderedBodyFormat.values()).flatMap(Stream::of);
        }

        @ParameterizedTest
        @MethodSource("formats")
        void page_withABody_bringsIt(PageBodyFormat format) {
            Page page = confluence.pages().get(PageRequest.of(PageId.of("101")).body(format));
            assertThat(page.body().in(format))
                    .hasValueSatisfying(text -> assertThat(text).contains("We open at"));
        }

        @Test
        void page_withEverythingIncluded_isRead() {
            Page page = confluence.pages().get(PageRequest.of(PageId.of("101")).include(PageInclude.values()));
            assertThat(page.labels().results()).extracting(l -> l.name()).containsExactly("faq", "public");
            assertThat(page.versions().results()).hasSize(1);
        }

        @Test
        void page_earlierVersion_isReadWithItsBody() {
            simulator.updatePage("101", "<p>We open at 10.</p>");
            Page first = confluence
                    .pages()
                    .get(PageRequest.of(PageId.of("101")).version(1).body(BodyFormat.STORAGE));
            assertThat(first.body().storage()).contains("<p>We open at <strong>9</strong>.</p>");
        }

        @Test
        void page_inTheTrash_isStillRead() {
            assertThat(confluence.pages().get(PageId.of("105")).status()).isEqualTo(PageStatus.TRASHED);
        }

        @Test
        void page_neverPublished_isReadAsADraftOnly() {
            assertThat(confluence.pages().find(PageId.of("106"))).isEmpty();
            assertThat(confluence.pages().find(PageRequest.of(PageId.of("106")).draft()))
                    .isPresent();
        }

        @Test
        void page_missing_isEmptyOrThrown() {
            assertThat(confluence.pages().find(PageId.of("999"))).isEmpty();
            assertThatThrownBy(() -> confluence.pages().get(PageId.of("999"))).isInstanceOf(NotFoundException.class);
        }
    }
}
