# To build on an image whose bytes you know, name it by its digest (docker buildx imagetools inspect python:3.12-slim):
#   docker build --build-arg BASE=python:3.12-slim@sha256:… .
ARG BASE=python:3.12-slim

FROM ${BASE} AS build
WORKDIR /source
COPY requirements-build.lock ./
RUN pip install --no-cache-dir --require-hashes -r requirements-build.lock
COPY . .
RUN pip wheel --no-cache-dir --no-deps --no-build-isolation -w /wheel .

FROM ${BASE}
RUN useradd --create-home dutygraph && install -d -m 700 -o dutygraph /data
COPY requirements.lock ./
RUN pip install --no-cache-dir --require-hashes -r requirements.lock
RUN --mount=from=build,source=/wheel,target=/wheel pip install --no-cache-dir --no-deps /wheel/*.whl

USER dutygraph
WORKDIR /data
ENV DUTYGRAPH_DATA=/data
VOLUME /data
EXPOSE 8000
HEALTHCHECK --start-period=20s CMD ["python", "-c", "import urllib.request as u; u.urlopen('http://127.0.0.1:8000/healthz', timeout=5)"]
CMD ["dutygraph", "serve", "--host", "0.0.0.0"]
