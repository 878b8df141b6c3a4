package dev.confluencekit.core.proof;

import java.util.List;
import java.util.Random;

/** Addresses that lead elsewhere, or look as if they led home; made from a seed. */
final class HostileAddresses {
    private static final List<String> SCHEMES =
            List.of("http:", "https:", "HTTP:", "", "ftp:", "file:", "javascript:", "jar:http:", "http:http:", "data:");
    private static final List<String> SLASHES =
            List.of("//", "//", "//", "///", "\\\\", "/\\", "\\/", "/", "", "//\t/");
    private static final List<String> PATHS = List.of(
            "/wiki/api/v2/pages?cursor=abc",
            "/wiki/api/v2/pages?limit=2&cursor=a%2Fb%3D%3D",
            "?cursor=abc",
            "/../../wiki/api/v2/pages?cursor=abc",
            "/wiki/api/v2/pages?cursor=abc#@",
            "/;/wiki?cursor=%0d%0aHost:%20evil",
            "");

    private final Random random;
    private final String home;
    private final String evil;

    /** Both are given as host and port. */
    HostileAddresses(long seed, String home, String evil) {
        this.random = new Random(seed);
        this.home = home;
        this.evil = evil;
    }

    String next() {
        return sprinkled(one(SCHEMES) + one(SLASHES) + authority() + one(PATHS));
    }

    private String authority() {
        String port = evil.substring(evil.indexOf(':'));
        return switch (random.nextInt(16)) {
            case 0 -> home + "@" + evil;
            case 1 -> "user:pw@" + evil;
            case 2 -> home + "\\@" + evil;
            case 3 -> home + "%40" + evil;
            case 4 -> evil + "#@" + home;
            case 5 -> evil + "?@" + home;
            case 6 -> "localhost" + port;
            case 7 -> "[::ffff:127.0.0.1]" + port;
            case 8 -> "2130706433" + port;
            case 9 -> "0x7f.1" + port;
            case 10 -> "127.1" + port;
            case 11 -> home + "." + evil;
            case 12 -> home + " " + evil;
            case 13 -> home + ",http://" + evil;
            case 14 -> home.substring(0, home.indexOf(':')) + port;
            default -> evil;
        };
    }

    /** Sometimes with a character where none belongs. */
    private String sprinkled(String address) {
        if (random.nextInt(4) != 0) {
            return address;
        }
        String odd =
                one(List.of("\t", "\u0000", " ", "\u2028", "%00", "@", "\\", "\u3002", "\uff0f", "[", "]", "%", "<"));
        int at = random.nextInt(address.length() + 1);
        return address.substring(0, at) + odd + address.substring(at);
    }

    private String one(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }
}
