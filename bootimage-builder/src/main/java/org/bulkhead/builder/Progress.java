package org.bulkhead.builder;

/** Is told how far a build is. */
public interface Progress {
    /** Tells nobody. */
    Progress SILENT = new Progress() {
        @Override
        public void update(String activity, int count, String unit) {}

        @Override
        public void done(String activity, int count, String unit) {}
    };

    /** The activity is under way and has dealt with {@code count} units. */
    void update(String activity, int count, String unit);

    /** The activity is over. */
    void done(String activity, int count, String unit);
}
