FROM python:3.12-slim

RUN useradd --create-home dutygraph && install -d -o dutygraph /data
WORKDIR /app

COPY requirements.lock ./
RUN pip install --no-cache-dir --require-hashes -r requirements.lock
COPY . .
RUN pip install --no-cache-dir --no-deps .

USER dutygraph
WORKDIR /data
ENV DUTYGRAPH_DATA=/data
VOLUME /data
EXPOSE 8000
HEALTHCHECK --start-period=20s CMD ["python", "-c", "import urllib.request as u; u.urlopen('http://127.0.0.1:8000/healthz', timeout=5)"]
CMD ["dutygraph", "serve", "--host", "0.0.0.0"]
