package org.bulkhead.programs.lang.exceptions;

import org.bulkhead.programs.Out;

/** Opening, working and closing each fail: the first failure wins, later ones are suppressed. */
public final class FailingResources {
    private static final class CloseFailure extends Exception {
        CloseFailure(String message) {
            super(message);
        }
    }

    private static final class Resource implements AutoCloseable {
        private final String name;
        private final int mode;

        Resource(String name, int mode) {
            if ((mode & 1) != 0) {
                throw new IllegalStateException("open " + name);
            }
            this.name = name;
            this.mode = mode;
        }

        void work() {
            if ((mode & 2) != 0) {
                throw new IllegalArgumentException("work " + name);
            }
        }

        @Override
        public void close() throws CloseFailure {
            Out.print("closing " + name + "; ");
            if ((mode & 4) != 0) {
                throw new CloseFailure("close " + name);
            }
        }
    }

    public static void main(String[] args) {
        for (int first = 0; first < 8; first++) {
            for (int second = 0; second < 8; second += first % 3 + 1) {
                try (Resource a = new Resource("a", first); Resource b = new Resource("b", second)) {
                    b.work();
                    a.work();
                    Out.print("worked; ");
                } catch (CloseFailure | RuntimeException e) {
                    Out.print(e.getMessage());
                    for (Throwable s : e.getSuppressed()) {
                        Out.print(" +" + s.getMessage());
                    }
                }
                Out.println();
            }
        }
    }
}
