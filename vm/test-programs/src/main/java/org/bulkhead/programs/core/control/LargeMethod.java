package org.bulkhead.programs.core.control;

import org.bulkhead.programs.Out;

/**
 * A method of more than 32 KiB of bytecode inside one loop, so that jumps across it need their wide form.
 *
 * <p>The size comes from nested {@code finally} blocks: the compiler copies each into every way out of its
 * {@code try}, so every level of nesting doubles the code.
 */
public final class LargeMethod {
    private static int value = 1;

    public static void main(String[] args) {
        for (int round = 0; round < 8; round++) {
            Out.println(large(round));
        }
    }

    private static int large(int round) {
        int depth = 0;
        for (int i = 0; i < 3; i++) {
            try {
                depth += step(i);
            } finally {
                try {
                    depth += step(round);
                } finally {
                    try {
                        depth += step(round + i);
                    } finally {
                        try {
                            depth ^= step(round - i);
                        } finally {
                            try {
                                depth += step(depth);
                            } finally {
                                try {
                                    depth -= step(i * round);
                                } finally {
                                    try {
                                        depth += step(depth & 7);
                                    } finally {
                                        try {
                                            depth ^= step(depth >> 3);
                                        } finally {
                                            try {
                                                depth += step(i + depth);
                                            } finally {
                                                try {
                                                    depth = depth * 3 + step(round ^ i);
                                                } finally {
                                                    depth += value % 100 + i;
                                                    value ^= depth & 3;
                                                }
                                            }
                                        }
                                    }
                                }
                            }
                        }
                    }
                }
            }
            if (depth % 5 == 4) {
                continue;
            }
            value++;
        }
        return depth;
    }

    private static int step(int n) {
        value = value * 31 + n & 0xFFFF;
        return value & 0xFF;
    }
}
