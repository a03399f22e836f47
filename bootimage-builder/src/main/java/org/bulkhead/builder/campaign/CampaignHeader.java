package org.bulkhead.builder.campaign;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;

/**
 * The first line of a results file: which campaign it belongs to, and which part of it.
 *
 * @param format number of the format
 * @param image SHA-256 of the image's file
 * @param seed of the campaign
 * @param faults of the whole campaign
 * @param drivers names of the drivers
 * @param classes of faults
 * @param faultsPerBoot faults that share a machine
 * @param shard number of the part, from 1 on
 * @param shards number of parts; boots are dealt out in turn
 */
record CampaignHeader(int format, String image, long seed, long faults, List<String> drivers, List<FaultClass> classes, int faultsPerBoot, int shard, int shards) {
    static final int FORMAT = 1;

    static CampaignHeader of(CampaignPlan plan, CampaignImage image, int shard, int shards) {
        return new CampaignHeader(FORMAT, image.digest(), plan.seed(), plan.faults(), plan.drivers(), plan.classes(), plan.faultsPerBoot(), shard, shards);
    }

    CampaignPlan plan() {
        return new CampaignPlan(seed, faults, drivers, classes, faultsPerBoot);
    }

    /** Returns whether a boot is of this part. */
    boolean includes(long boot) {
        return boot % shards == shard - 1;
    }

    /** Returns the header of the whole campaign. */
    @JsonIgnore
    CampaignHeader whole() {
        return new CampaignHeader(format, image, seed, faults, drivers, classes, faultsPerBoot, 1, 1);
    }

    /** Returns in what another campaign differs, with both values; empty if it is the same campaign. */
    String difference(CampaignHeader other) {
        if (!image.equals(other.image)) {
            return "image " + image.substring(0, 12) + "… instead of " + other.image.substring(0, 12) + "…";
        }
        if (seed != other.seed) {
            return "seed " + seed + " instead of " + other.seed;
        }
        if (faults != other.faults) {
            return faults + " faults instead of " + other.faults;
        }
        if (!drivers.equals(other.drivers)) {
            return "drivers " + String.join(",", drivers) + " instead of " + String.join(",", other.drivers);
        }
        if (!classes.equals(other.classes)) {
            return "classes " + classes + " instead of " + other.classes;
        }
        if (faultsPerBoot != other.faultsPerBoot || format != other.format) {
            return "another format";
        }
        return "";
    }
}
