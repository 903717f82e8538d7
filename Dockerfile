# syntax=docker/dockerfile:1
FROM node:24-bookworm-slim AS islands
WORKDIR /muster/frontend
COPY frontend/package.json frontend/package-lock.json frontend/.npmrc* ./
RUN npm ci --no-audit --no-fund
COPY templates /muster/templates
COPY frontend ./
RUN npm run build

FROM python:3.12-slim-bookworm AS packages
COPY requirements.txt /
RUN python -m venv /venv && /venv/bin/pip install --no-cache-dir --require-hashes -r /requirements.txt

FROM python:3.12-slim-bookworm
ENV PATH=/venv/bin:$PATH PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1
RUN useradd --system --user-group --no-create-home --uid 10001 muster
WORKDIR /muster
COPY --from=packages /venv /venv
COPY manage.py ./
COPY config config
COPY audit audit
COPY agencies agencies
COPY incidents incidents
COPY mutualaid mutualaid
COPY templates templates
COPY locale* locale/
COPY --from=islands /muster/frontend/built frontend/built
RUN MUSTER_SECRET_KEY=collecting DATABASE_URL=postgresql://nobody@nowhere/none \
    REDIS_URL=redis://nowhere python manage.py collectstatic --no-input --verbosity 0
USER muster
EXPOSE 8000
CMD ["gunicorn", "config.wsgi:application", "--config", "python:config.gunicorn"]
