package dev.confluencekit.auth;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Another process that works on a store, as another instance of a host would. It says each change when it is done. */
final class StoreProcess {
    static final String KEY = "ATATT3x-";

    private StoreProcess() {}

    /** Its arguments: what to do, the file, the master key, and what that takes. */
    public static void main(String[] arguments) throws IOException {
        try (EncryptedFileCredentialStore store =
                CredentialStore.encryptedFile(Path.of(arguments[1]), MasterKey.ofBase64(arguments[2]))) {
            int count = Integer.parseInt(arguments[3]);
            if (arguments[0].equals("rotate")) {
                rotate(store, count);
            } else {
                say(-1);
                System.in.read(); // all begin together
                save(store, count, arguments[4]);
            }
        }
    }

    private static void rotate(CredentialStore store, int times) {
        for (int i = 0; i < times; i++) {
            StoredCredential present = store.find(Sealed.ID).orElseThrow();
            int next = numberOf(present) + 1;
            if (!store.put(Sealed.ID, Sealed.credential(KEY + next), present.version())) {
                throw new IllegalStateException("somebody else changed " + next);
            }
            say(next);
        }
    }

    private static void save(CredentialStore store, int times, String prefix) {
        for (int i = 0; i < times; i++) {
            CredentialId id = CredentialId.of(prefix + i);
            if (!store.put(id, Sealed.credential(KEY + prefix + i), CredentialStore.NONE)) {
                throw new IllegalStateException("somebody else added " + id);
            }
            say(i);
        }
    }

    static int numberOf(StoredCredential stored) {
        return Integer.parseInt(stored.credential().apiKey().reveal().substring(KEY.length()));
    }

    private static void say(int number) {
        System.out.println(number);
        System.out.flush();
    }

    /** Starts one in a shell with a given umask, for the file under {@link Sealed#key key 1}. */
    static Process start(String umask, String task, Path file, String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                "sh",
                "-c",
                "umask " + umask + "; exec \"$@\"",
                "sh",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                StoreProcess.class.getName(),
                task,
                file.toString(),
                Sealed.base64(1)));
        command.addAll(List.of(more));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    static BufferedReader said(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
    }
}
