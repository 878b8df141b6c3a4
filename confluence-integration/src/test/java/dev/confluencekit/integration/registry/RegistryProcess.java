package dev.confluencekit.integration.registry;

import dev.confluencekit.auth.CredentialStore;
import dev.confluencekit.auth.MasterKey;
import dev.confluencekit.core.secret.Secret;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** Another process with a registry over a directory, which exchanges a key again and again and says so. */
final class RegistryProcess {
    static final String KEY = "ATATT3x-exchanged-";
    static final LocalDate FIRST_END = LocalDate.of(2027, 1, 1);
    private static final int ENDS = 300;

    private RegistryProcess() {}

    /** Its arguments: the directory, the master key, the integration, the number of the key that lies there. */
    public static void main(String[] arguments) {
        Path directory = Path.of(arguments[0]);
        IntegrationId id = IntegrationId.of(arguments[2]);
        try (IntegrationRegistry registry = open(directory, MasterKey.ofBase64(arguments[1]))) {
            for (int next = Integer.parseInt(arguments[3]) + 1; ; next++) {
                registry.updateApiKey(id, KeyUpdate.of(Secret.of(KEY + next)).expires(endOf(next)));
                System.out.println(next);
                System.out.flush();
            }
        }
    }

    static IntegrationRegistry open(Path directory, MasterKey key) {
        return IntegrationRegistry.builder()
                .integrations(IntegrationStore.directory(directory))
                .credentials(CredentialStore.encryptedFile(directory.resolve("credentials"), key))
                .allowLoopbackSites()
                .build();
    }

    /** Every key has another end, so that a key and what is said of it can be told apart. */
    static LocalDate endOf(int number) {
        return FIRST_END.plusDays(number % ENDS);
    }

    static Process start(Path directory, String masterKey, IntegrationId id, int present) throws IOException {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xshare:auto",
                        "-cp",
                        System.getProperty("java.class.path"),
                        RegistryProcess.class.getName(),
                        directory.toString(),
                        masterKey,
                        id.value(),
                        Integer.toString(present)))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
