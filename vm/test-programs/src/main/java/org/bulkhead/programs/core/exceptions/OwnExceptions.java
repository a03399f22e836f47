package org.bulkhead.programs.core.exceptions;

import org.bulkhead.programs.Out;

/** A hierarchy of own exceptions with fields: the first handler that fits is taken, also in a multi-catch. */
public final class OwnExceptions {
    private abstract static class Failure extends Exception {
        abstract int code();
    }

    private static class Disk extends Failure {
        private final int sector;

        Disk(int sector) {
            this.sector = sector;
        }

        @Override
        int code() {
            return 1000 + sector;
        }
    }

    private static final class Timeout extends Disk {
        Timeout(int sector) {
            super(sector * 2);
        }

        @Override
        int code() {
            return super.code() + 10000;
        }
    }

    private static final class Network extends Failure {
        @Override
        int code() {
            return 7;
        }
    }

    public static void main(String[] args) {
        int sum = 0;
        for (int i = 0; i < 20; i++) {
            try {
                work(i);
                Out.print("ok ");
            } catch (Timeout e) {
                Out.print("timeout ");
                sum += e.code();
            } catch (Disk e) {
                Out.print("disk ");
                sum += e.code();
            } catch (Network | IllegalArgumentException e) {
                Out.print(e instanceof Network ? "network " : "argument ");
                sum += 3;
            } catch (Failure e) {
                Out.print("failure ");
                sum += e.code() * 2;
            }
        }
        Out.println();
        Out.println(sum);
    }

    private static void work(int i) throws Failure {
        switch (i % 6) {
            case 1: throw new Disk(i);
            case 2: throw new Timeout(i);
            case 3: throw new Network();
            case 4: throw new IllegalArgumentException();
            case 5: throw new Failure() {
                @Override
                int code() {
                    return i;
                }
            };
            default: break;
        }
    }
}
