package org.bulkhead.programs.bench;

/** Gravitation among five bodies: {@code double} arithmetic on fields, with a square root. */
public final class NBody {
    private static final int ROUNDS = 1_000_000;
    private static final double STEP = 0.01;

    private static final class Body {
        double x;
        double y;
        double z;
        double vx;
        double vy;
        double vz;
        final double mass;

        Body(double x, double y, double z, double vx, double vy, double vz, double mass) {
            this.x = x;
            this.y = y;
            this.z = z;
            this.vx = vx;
            this.vy = vy;
            this.vz = vz;
            this.mass = mass;
        }
    }

    private NBody() {
    }

    /** Runs the kernel from the command line. */
    public static void main(String[] args) {
        Bench.main("NBody", args, ROUNDS, NBody::run);
    }

    /** Advances the bodies by {@code n} steps and returns the bits of the system's energy. */
    public static long run(int n) {
        Body[] bodies = {
            new Body(0, 0, 0, 0, 0, 0, 40),
            new Body(5, -1, -0.1, 0.5, 2.8, -0.02, 0.04),
            new Body(8, 4, -0.4, -1, 1.8, 0.01, 0.012),
            new Body(13, -15, -0.2, 1.1, 0.9, -0.01, 0.0017),
            new Body(15, -26, 0.2, 1, 0.6, -0.03, 0.002)};
        for (int i = 0; i < n; i++) {
            advance(bodies);
        }
        return Double.doubleToLongBits(energy(bodies));
    }

    private static void advance(Body[] bodies) {
        for (int i = 0; i < bodies.length; i++) {
            Body a = bodies[i];
            for (int j = i + 1; j < bodies.length; j++) {
                Body b = bodies[j];
                double dx = a.x - b.x;
                double dy = a.y - b.y;
                double dz = a.z - b.z;
                double square = dx * dx + dy * dy + dz * dz;
                double pull = STEP / (square * Math.sqrt(square));
                a.vx -= dx * b.mass * pull;
                a.vy -= dy * b.mass * pull;
                a.vz -= dz * b.mass * pull;
                b.vx += dx * a.mass * pull;
                b.vy += dy * a.mass * pull;
                b.vz += dz * a.mass * pull;
            }
        }
        for (Body b : bodies) {
            b.x += STEP * b.vx;
            b.y += STEP * b.vy;
            b.z += STEP * b.vz;
        }
    }

    private static double energy(Body[] bodies) {
        double energy = 0;
        for (int i = 0; i < bodies.length; i++) {
            Body a = bodies[i];
            energy += 0.5 * a.mass * (a.vx * a.vx + a.vy * a.vy + a.vz * a.vz);
            for (int j = i + 1; j < bodies.length; j++) {
                Body b = bodies[j];
                double dx = a.x - b.x;
                double dy = a.y - b.y;
                double dz = a.z - b.z;
                energy -= a.mass * b.mass / Math.sqrt(dx * dx + dy * dy + dz * dz);
            }
        }
        return energy;
    }
}
