package dev.confluencekit.core.testing;

import dev.confluencekit.core.ConfluenceConnection;
import dev.confluencekit.core.ConfluenceRuntime;
import dev.confluencekit.core.request.ApiRequest;
import dev.confluencekit.core.site.ConfluenceSite;
import dev.confluencekit.core.transfer.ContentSource;
import dev.confluencekit.core.transfer.Download;
import dev.confluencekit.core.transfer.Multipart;
import java.nio.file.Path;

/** The main class of a JVM with little memory: sends a large file and fetches one. */
public final class LargeFileHost {
    /** The request that sends. */
    public static ApiRequest upload(long size) {
        return ApiRequest.of("PUT", "createOrUpdateAttachments", "/wiki/rest/api/content/{id}/child/attachment")
                .path("id", "98304")
                .multipart(Multipart.of("large.bin", ContentSource.reopenable(size, () -> new LargeFile(size))))
                .build();
    }

    /** The request that fetches. */
    public static final ApiRequest DOWNLOAD = ApiRequest.get(
                    "downloadAttatchment", "/wiki/rest/api/content/{id}/child/attachment/{attachmentId}/download")
            .path("id", "98304")
            .path("attachmentId", "att98310")
            .build();

    private LargeFileHost() {}

    /** Takes the site's address, a size, and the file to write. */
    public static void main(String[] arguments) {
        long size = Long.parseLong(arguments[1]);
        try (ConfluenceRuntime runtime = ConfluenceRuntime.create()) {
            ConfluenceConnection site = runtime.connect(ConfluenceSite.loopback(arguments[0]), () -> Calls.KEY, null);
            System.out.println("sent: " + site.fetch(upload(size), Object.class));
            System.out.println("fetched: "
                    + site.download(DOWNLOAD, Download.to(Path.of(arguments[2])).expectedSize(size))
                            .bytes());
        }
    }
}
