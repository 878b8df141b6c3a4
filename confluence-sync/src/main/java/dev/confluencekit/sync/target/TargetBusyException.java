package dev.confluencekit.sync.target;

/** Another run is using the target, in this process or another one. */
public final class TargetBusyException extends TargetException {
    private static final long serialVersionUID = 1L;

    private final String holder;

    /**
     * Says who is in.
     *
     * @param target which target
     * @param holder who is in, as far as it is known
     */
    public TargetBusyException(String target, String holder) {
        super(target + " is in use by " + holder + ". One run at a time; try again when it has ended.", null);
        this.holder = holder;
    }

    /**
     * Who is in.
     *
     * @return what the other run said of itself
     */
    public String holder() {
        return holder;
    }
}
