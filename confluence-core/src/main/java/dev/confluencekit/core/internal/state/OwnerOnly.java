package dev.confluencekit.core.internal.state;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.EnumSet;
import java.util.List;

/** Access for the owner and nobody else, given at creation so that there is no moment without it. */
public final class OwnerOnly {
    private static final FileAttribute<?>[] NONE = {};

    private OwnerOnly() {}

    /**
     * For a file that is about to be created.
     *
     * @param place where
     * @return the attributes to create it with
     * @throws IOException if they cannot be had
     */
    public static FileAttribute<?>[] file(Path place) throws IOException {
        return isPosix(place) ? posix("rw-------") : acl(place);
    }

    /**
     * For a directory that is about to be created.
     *
     * @param place where
     * @return the attributes to create it with
     * @throws IOException if they cannot be had
     */
    public static FileAttribute<?>[] directory(Path place) throws IOException {
        return isPosix(place) ? posix("rwx------") : acl(place);
    }

    static boolean isPosix(Path place) {
        return place.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static FileAttribute<?>[] posix(String permissions) {
        return new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        };
    }

    private static FileAttribute<?>[] acl(Path place) throws IOException {
        if (!place.getFileSystem().supportedFileAttributeViews().contains("acl")) {
            return NONE;
        }
        UserPrincipal owner = place.getFileSystem()
                .getUserPrincipalLookupService()
                .lookupPrincipalByName(System.getProperty("user.name"));
        List<AclEntry> all = List.of(AclEntry.newBuilder()
                .setType(AclEntryType.ALLOW)
                .setPrincipal(owner)
                .setPermissions(EnumSet.allOf(AclEntryPermission.class))
                .build());
        return new FileAttribute<?>[] {
            new FileAttribute<List<AclEntry>>() {
                @Override
                public String name() {
                    return "acl:acl";
                }

                @Override
                public List<AclEntry> value() {
                    return all;
                }
            }
        };
    }
}
