package dev.confluencekit.core.testing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate authority of the tests' own, made by the JDK's keytool. */
public final class TestAuthority {
    private static final String PASSWORD = "changeit";

    private final Path dir;
    private final Path store;

    private TestAuthority(Path dir) {
        this.dir = dir;
        this.store = dir.resolve("keys.p12");
    }

    /** Founds an authority whose files are in a directory. */
    public static TestAuthority in(Path dir) throws IOException, InterruptedException {
        TestAuthority authority = new TestAuthority(dir);
        authority.keytool("-genkeypair", "-alias", "ca", "-dname", "CN=Test authority", "-ext", "bc:c");
        return authority;
    }

    /** Certifies a server; {@code more} are further options of keytool. */
    public TestAuthority certify(String server, String alternativeName, String... more)
            throws IOException, InterruptedException {
        List<String> options = new ArrayList<>(List.of(
                "-genkeypair", "-alias", server, "-signer", "ca", "-dname", "CN=" + server, "-ext", alternativeName));
        Collections.addAll(options, more);
        keytool(options.toArray(String[]::new));
        return this;
    }

    private void keytool(String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        Collections.addAll(command, options);
        Collections.addAll(command, "-keyalg", "EC", "-storetype", "PKCS12", "-keystore", store.toString());
        Collections.addAll(command, "-storepass", PASSWORD);
        Path output = dir.resolve("keytool.txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new AssertionError("keytool failed: " + Files.readString(output));
        }
    }

    /** What a client needs to trust the authority. */
    public SSLContext client() throws IOException, GeneralSecurityException {
        KeyStore trusted = emptyStore();
        trusted.setCertificateEntry("ca", keys().getCertificate("ca"));
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }

    /** What a server needs to show its certificate. */
    public SSLContext server(String name) throws IOException, GeneralSecurityException {
        char[] password = PASSWORD.toCharArray();
        KeyStore all = keys();
        KeyStore own = emptyStore();
        own.setKeyEntry(name, all.getKey(name, password), password, all.getCertificateChain(name));
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(own, password);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private static KeyStore emptyStore() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private KeyStore keys() throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        return keys;
    }
}
