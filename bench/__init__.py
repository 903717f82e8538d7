"""The measurements that the README quotes, each beside its limit in the same run."""
