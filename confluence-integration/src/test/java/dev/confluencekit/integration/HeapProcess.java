package dev.confluencekit.integration;

import dev.confluencekit.auth.CredentialStore;
import dev.confluencekit.auth.EncryptedFileCredentialStore;
import dev.confluencekit.auth.MasterKey;
import dev.confluencekit.core.secret.Secret;
import dev.confluencekit.integration.registry.Integration;
import dev.confluencekit.integration.registry.IntegrationRegistry;
import dev.confluencekit.integration.registry.IntegrationStore;
import dev.confluencekit.integration.registry.KeyUpdate;
import dev.confluencekit.integration.registry.NewIntegration;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * A process that uses a registry and closes it, and then waits to be looked at; while the registry is open, if it is told
 * to. It reads its two keys from its standard input, past every buffer.
 */
final class HeapProcess {
    private HeapProcess() {}

    /** Its arguments: the site, the username, a directory, whether to wait while it is open. */
    public static void main(String[] arguments) throws Exception {
        use(arguments, Boolean.parseBoolean(arguments[3]));
        waitToBeLookedAt();
    }

    private static void waitToBeLookedAt() throws InterruptedException {
        System.out.println("ready");
        System.out.flush();
        new CountDownLatch(1).await();
    }

    private static void use(String[] arguments, boolean whileOpen) throws Exception {
        List<Secret> keys = readKeys();
        Path directory = Path.of(arguments[2]);
        byte[] bytes = new byte[MasterKey.BYTES];
        bytes[0] = 1;
        try (MasterKey masterKey = MasterKey.ofBytes(bytes);
                EncryptedFileCredentialStore store =
                        CredentialStore.encryptedFile(directory.resolve("credentials"), masterKey);
                IntegrationRegistry registry = IntegrationRegistry.builder()
                        .integrations(IntegrationStore.directory(directory))
                        .credentials(store)
                        .allowLoopbackSites()
                        .build()) {
            Integration added = registry.add(NewIntegration.builder()
                    .name("Support KB")
                    .domain(arguments[0])
                    .username(arguments[1])
                    .apiKey(keys.get(0))
                    .build());
            registry.updateApiKey(added.id(), KeyUpdate.of(keys.get(1)));
            try (ConfluenceIntegration confluence = registry.connect(added.id())) {
                for (int i = 0; i < 50; i++) {
                    confluence.spaces().list().toList(10);
                }
            }
            registry.testConnection(added.id()).orThrow();
            if (whileOpen) {
                waitToBeLookedAt();
            }
        }
    }

    private static List<Secret> readKeys() throws IOException {
        byte[] all;
        try (FileInputStream in = new FileInputStream(FileDescriptor.in)) {
            byte[] buffer = new byte[1024];
            int length = 0;
            for (int read = in.read(buffer); read > 0; read = in.read(buffer, length, buffer.length - length)) {
                length += read;
            }
            all = Arrays.copyOf(buffer, length);
            Arrays.fill(buffer, (byte) 0);
        }
        List<Secret> keys = new ArrayList<>();
        new String(all, StandardCharsets.UTF_8).lines().forEach(key -> keys.add(Secret.of(key)));
        Arrays.fill(all, (byte) 0);
        return keys;
    }
}
