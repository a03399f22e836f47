package org.bulkhead.programs.bench;

/** The product of two matrices of {@code double} in nested arrays. */
public final class MatrixMultiply {
    private static final int ROUNDS = 60;
    private static final int SIZE = 120;

    private MatrixMultiply() {
    }

    /** Runs the kernel from the command line. */
    public static void main(String[] args) {
        Bench.main("MatrixMultiply", args, ROUNDS, MatrixMultiply::run);
    }

    /** Multiplies two 120 by 120 matrices {@code n} times and returns a hash over the bits of the diagonal. */
    public static long run(int n) {
        double[][] a = new double[SIZE][SIZE];
        double[][] b = new double[SIZE][SIZE];
        double[][] c = new double[SIZE][SIZE];
        for (int i = 0; i < SIZE; i++) {
            for (int j = 0; j < SIZE; j++) {
                a[i][j] = (i + 1.0) / (j + 1);
                b[i][j] = (i - j) * 0.5;
            }
        }
        long hash = 0;
        for (int round = 0; round < n; round++) {
            multiply(a, b, c);
            for (int i = 0; i < SIZE; i++) {
                hash = hash * 31 + Double.doubleToLongBits(c[i][i]);
            }
            b[round % SIZE][0] += 1;
        }
        return hash;
    }

    private static void multiply(double[][] a, double[][] b, double[][] c) {
        for (int i = 0; i < SIZE; i++) {
            double[] row = a[i];
            for (int j = 0; j < SIZE; j++) {
                double sum = 0;
                for (int k = 0; k < SIZE; k++) {
                    sum += row[k] * b[k][j];
                }
                c[i][j] = sum;
            }
        }
    }
}
