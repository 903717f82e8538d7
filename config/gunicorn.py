"""The pages' server in production: one process of many threads, so one scrape sees it all."""

bind = "0.0.0.0:8000"
worker_class = "gthread"
workers = 1
threads = 16
worker_tmp_dir = "/dev/shm"
keepalive = 75
# Shorter than the ten seconds after which a container engine kills.
graceful_timeout = 8
timeout = 30
accesslog = None
# Only the proxy of the same private network reaches this port.
forwarded_allow_ips = "*"
